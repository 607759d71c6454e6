"""Tests of the breach register."""
