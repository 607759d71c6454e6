"""The rules of the register as pure functions: one file per subject of law, no Django."""
