"""Template filters of this register."""
