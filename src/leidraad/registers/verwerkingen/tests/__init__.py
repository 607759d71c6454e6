"""Tests of the register of processing activities."""
