"""Dateline reads many news reports and keeps one sourced record of what they say happened."""
