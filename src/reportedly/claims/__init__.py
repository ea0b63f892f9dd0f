"""Joins across reports: which tell of one event, which statements say the same, and whose words they go back to."""
