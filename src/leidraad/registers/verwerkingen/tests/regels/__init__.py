"""Tests of the rules: one table per subject of law."""
