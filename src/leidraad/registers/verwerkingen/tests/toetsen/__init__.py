"""The toetsen of the register: each just inside, just outside and on the boundary."""
