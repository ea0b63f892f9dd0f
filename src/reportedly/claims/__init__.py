"""What joins reports: the same story, the same claim, how each report came by it, and who knows."""
