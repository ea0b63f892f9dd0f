"""The size of the Earth."""

EARTH_KM = 6371.0088
"""Its mean radius in kilometres (IUGG)."""
