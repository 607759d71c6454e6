"""The staff screens of the register: one file per thing that people do."""
