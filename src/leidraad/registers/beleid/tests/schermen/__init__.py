"""The screens of policy."""
