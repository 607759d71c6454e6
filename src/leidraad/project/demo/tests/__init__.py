"""The demo region loads, is right, and shows something on every screen."""
