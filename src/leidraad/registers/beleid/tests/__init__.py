"""Tests of the register of policy."""
