"""The staff pages about people and units."""
