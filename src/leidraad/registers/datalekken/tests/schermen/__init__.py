"""What people see and do on the screens of the breach register."""
