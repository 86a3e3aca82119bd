"""The few pieces of Markdown that the pages are made of."""

from collections.abc import Iterable, Sequence


def table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table; an upright bar in a cell is escaped."""
    lines = [list(headings), ["---"] * len(headings), *rows]
    return "".join(f"| {' | '.join(map(_cell, line))} |\n" for line in lines)


def first_sentence(text: str | None) -> str:
    """Return the first paragraph of a docstring on one line."""
    return " ".join((text or "").strip().split("\n\n")[0].split())


def _cell(value: object) -> str:
    return str(value).replace("|", "\\|").replace("\n", " ")
