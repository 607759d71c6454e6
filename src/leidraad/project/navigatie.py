"""What every staff page shows around its content: the navigation and the signed-in person."""

from typing import Any

from django.http import HttpRequest


def navigatie(request: HttpRequest) -> dict[str, Any]:
    """Context processor: `lid` for every template."""
    return {"lid": getattr(request, "lid", None)}
