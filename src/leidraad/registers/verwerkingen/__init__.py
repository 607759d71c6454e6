"""The register van verwerkingsactiviteiten (AVG art. 30, Wpg art. 31d)."""
