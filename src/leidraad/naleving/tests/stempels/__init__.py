"""Every handeling of a register that can change a figure changes the stamp of what that figure follows."""
