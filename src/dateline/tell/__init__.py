"""Timeline, digest and proof, read from the store."""
