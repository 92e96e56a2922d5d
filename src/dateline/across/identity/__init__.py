"""One person, body or place under many names: keys, comparison and groups."""
