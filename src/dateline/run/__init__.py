"""Reports in, record out."""
