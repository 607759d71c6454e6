"""The forms of the register: one per section, built from rows; a draft is never refused, only the impossible."""
