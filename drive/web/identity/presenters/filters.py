"""The filters of a list as links and as a query."""

from collections.abc import Mapping
from urllib.parse import urlencode


def selected(chosen: Mapping[str, tuple[str, str]], address: str) -> list[dict[str, str]]:
    """Return each filter that is set, with the address of the list without it."""
    items = []
    for name, (_code, text) in chosen.items():
        rest = {other: code for other, (code, _text) in chosen.items() if other != name}
        items.append({"text": text, "href": f"{address}?{query_of(rest)}" if rest else address})
    return items


def query_of(codes: Mapping[str, str]) -> str:
    """Return the codes as part of an address."""
    return urlencode(codes)
