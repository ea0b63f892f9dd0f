"""Names of places: spotted in the text, told from other names, and resolved to a place of the gazetteer."""
