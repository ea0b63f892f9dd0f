"""Other people's software that Reportedly plugs into: one file each, the only one to import it."""
