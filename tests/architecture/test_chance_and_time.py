"""The clock and chance come in at the top and are handed down as arguments."""

import ast
from collections.abc import Iterator

from tests.architecture.source import name_of, python_files

# What is above the actions, or stands at the door: these may ask what time it is.
MAY_ASK_THE_TIME = {"views", "jobs", "middleware", "policy", "navigation", "sign_in"}
# The system's own account is made by whoever first acts in its name, at whatever moment that is.
EXCEPTIONS = {"drive/web/accounts/actions.py"}


def imported(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_only_the_door_asks_the_clock() -> None:
    asking = [
        name_of(path)
        for path in python_files("drive")
        if "drive.web.core.clock" in set(imported(path.read_text("utf-8")))
        and not MAY_ASK_THE_TIME & {part.removesuffix(".py") for part in path.parts}
        and "cli" not in path.parts
        and name_of(path) not in EXCEPTIONS
    ]
    assert not asking


def test_an_import_is_seen_in_both_spellings() -> None:
    assert "a.b" in set(imported("from a import b"))
    assert "a.b" in set(imported("import a.b"))
