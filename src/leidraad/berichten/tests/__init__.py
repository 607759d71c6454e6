"""Tests of messages, the schedule and the worker."""
