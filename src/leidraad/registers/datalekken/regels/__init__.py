"""The rules of the breach register as pure functions: one file per subject of law, no Django."""
