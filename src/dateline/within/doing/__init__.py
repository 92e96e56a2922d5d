"""What was done: triggers, frames and their slots, and whether it happened."""
