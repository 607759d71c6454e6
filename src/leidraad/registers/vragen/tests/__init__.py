"""Tests of the questions to the Privacy Officers."""
