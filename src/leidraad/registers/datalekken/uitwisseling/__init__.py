"""What goes out: the notification to the AP, letters, and the register as a file."""
