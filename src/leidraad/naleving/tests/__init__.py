"""Tests of the room of the norms."""
