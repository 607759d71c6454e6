"""The rules of the register of policy. Pure: no Django, the day is always an argument."""
