"""The register as a file."""
