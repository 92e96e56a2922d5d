"""Days as sets that narrow one another."""
