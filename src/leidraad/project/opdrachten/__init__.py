"""The commands of `leidraad`. Their modules import Django only when a command runs, so that help is quick."""
