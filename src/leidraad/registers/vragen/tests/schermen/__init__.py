"""Tests of the screens of the questions."""
