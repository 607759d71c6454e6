"""Settings, addresses, the explicit tuple of registers and the command line."""
