"""The public pages: gemeenten, the register, and one verwerking. Nobody signs in here, nothing is written."""
