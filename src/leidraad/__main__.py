"""`python -m leidraad` is the same as `leidraad`."""

from leidraad.project.cli import main

main()
