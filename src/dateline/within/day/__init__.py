"""When a happening was: what a time hangs on, and the day of a claim that has none."""
