"""Whether two reports were written about one thing."""
