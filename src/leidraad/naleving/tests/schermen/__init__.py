"""Tests of the pages of the norms."""
