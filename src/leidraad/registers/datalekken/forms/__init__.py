"""The forms of the breach register: they check shape, handelingen hold the rules."""
