"""Who says so: cues, their sources and contents, and the chain back to the root."""
