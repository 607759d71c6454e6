"""What people meet on the staff screens of the register."""
