"""Time expressions: patterns, what each means, and what it is counted from."""
