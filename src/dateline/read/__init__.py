"""Reports in: one file an input format."""
