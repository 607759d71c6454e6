"""The forms of the register: one per section. A draft is never refused, only the impossible."""
