"""The questions that employees ask the Privacy Officers, and the answers (norm 1.1.7)."""
