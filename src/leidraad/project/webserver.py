"""Settings of gunicorn that have no option of their own."""

import gunicorn  # type: ignore[import-untyped]

# The name of the program behind a site helps nobody but who looks for a weak spot.
gunicorn.SERVER = "Leidraad"
