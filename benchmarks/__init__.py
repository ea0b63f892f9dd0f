"""Measure how fast reports are read, beside a peer under the same conditions."""
