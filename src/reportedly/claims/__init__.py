"""What many reports say together: how each came by it, and who knows."""
