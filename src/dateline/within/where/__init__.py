"""Where it was: place names, what they mean, and which of them a happening is set in."""
