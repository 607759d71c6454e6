"""Tests of the whole product; the tests of one package live inside that package."""
