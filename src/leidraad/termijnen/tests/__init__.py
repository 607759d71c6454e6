"""Tests of the date law."""
