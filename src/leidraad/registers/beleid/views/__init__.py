"""The screens of this register."""
