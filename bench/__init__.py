"""Benchmarks: what our own code costs, as ratios against a floor within one run (`make bench`)."""
