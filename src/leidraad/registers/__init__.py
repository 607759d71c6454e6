"""One folder per register; no register imports another."""
