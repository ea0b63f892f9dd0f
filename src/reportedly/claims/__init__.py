"""What joins reports: the same story, the same claim, and where it comes from."""
