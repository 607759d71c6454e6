"""The screens of the breach register."""
