"""What a report was written to tell beside the happening that it goes back to."""
