"""The pages of docs/reference: one function a page, each returning Markdown."""

from collections.abc import Callable

from scripts.reference import (
    addresses,
    commands,
    method,
    permissions,
    rooms,
    snapshot,
    states,
    words,
)

PAGES: dict[str, Callable[[], str]] = {
    "addresses": addresses.page,
    "commands": commands.page,
    "method": method.page,
    "permissions": permissions.page,
    "rooms": rooms.page,
    "snapshot": snapshot.page,
    "states": states.page,
    "words": words.page,
}
