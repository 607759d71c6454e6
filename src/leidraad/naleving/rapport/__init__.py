"""The report to the college or the raad: the norms in plain words, as PDF and Word (norm 4.5.6)."""
