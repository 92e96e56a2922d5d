"""The one kernel for "is this the same?": block, compare, decide, cluster."""
