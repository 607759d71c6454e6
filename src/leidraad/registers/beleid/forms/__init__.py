"""The forms of this register. They check shape; handelingen hold the rules."""
