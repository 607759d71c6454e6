"""What must stay true of every file, address and setting of the product."""
