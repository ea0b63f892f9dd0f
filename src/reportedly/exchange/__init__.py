"""Readings written in formats that others can use: one file a format."""
