"""The register of personal data breaches (AVG art. 33 lid 5; Wpg art. 32 lid 1 onder d and 33a)."""
