"""Visit a page of the product and the floor in turns, and count the queries of the page."""

from functools import partial

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.meten import Regel, verhouding


def bezoek(client: Client, naam: str, adres: str, vloer: str, budget: float, queries: int) -> list[Regel]:
    """Two lines: how much dearer `adres` is than `vloer`, and how many queries it takes when it is warm."""
    client.get(adres)
    with CaptureQueriesContext(connection) as gezien:
        antwoord = client.get(adres)
        queries_nu = len(gezien)  # the next request empties the log
    if antwoord.status_code != 200 or client.get(vloer).status_code != 200:
        raise SystemExit(f"{adres} gaf {antwoord.status_code}")
    return [
        Regel(naam, verhouding(partial(client.get, adres), partial(client.get, vloer)), budget),
        Regel(f"{naam}: queries", queries_nu, queries, "queries"),
    ]
