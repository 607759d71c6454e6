"""Template filters of the spine."""
