"""Draws the template of one component."""

from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString


def teken(naam: str, **gegevens: Any) -> SafeString:
    """Render `ui/onderdelen/<naam>.html`; the template escapes every value that is not yet safe."""
    return render_to_string(f"ui/onderdelen/{naam}.html", gegevens)
