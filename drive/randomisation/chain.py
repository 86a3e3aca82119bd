"""A log that only grows: each row is sealed together with the seal before it."""

import hashlib
import hmac
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from drive.randomisation.verification import Verification

BEGINNING = "0" * 64
SHORTEST_KEY = 32


@dataclass(frozen=True, slots=True)
class Link:
    """One row of the log with its number, from 1, and its seal in hexadecimal."""

    number: int
    row: Mapping[str, Any]
    seal: str


@dataclass(frozen=True, slots=True)
class Head:
    """How far the log had grown at some moment, and the seal of its last row; it is published."""

    count: int
    seal: str


def append(row: Mapping[str, Any], *, after: Head, key: bytes) -> Link:
    """Seal a row behind the head of the log.

    Parameters
    ----------
    row
        Plain values that JSON can hold.
    after
        The head so far; `Head(0, BEGINNING)` where the log is empty.
    key
        At least 32 bytes, kept away from those who can write to the log.

    Raises
    ------
    ValueError
        If the key is too short.
    """
    if len(key) < SHORTEST_KEY:
        raise ValueError(f"The key of the log has {SHORTEST_KEY} bytes at least.")
    number = after.count + 1
    return Link(number=number, row=row, seal=_seal(key, number, after.seal, row))


def extend(rows: Iterable[Mapping[str, Any]], *, after: Head, key: bytes) -> list[Link]:
    """Seal rows one behind the other."""
    links: list[Link] = []
    for row in rows:
        links.append(append(row, after=after, key=key))
        after = head_of(links)
    return links


def head_of(links: Sequence[Link]) -> Head:
    """The head of a log that is whole from its first row."""
    return Head(links[-1].number, links[-1].seal) if links else Head(0, BEGINNING)


def check(links: Sequence[Link], *, key: bytes, heads: Iterable[Head]) -> Verification:
    """Find what was done to a log: altered, deleted, inserted or reordered rows, a cut tail.

    Parameters
    ----------
    links
        The log as it stands, in its own order.
    heads
        What was published of it, at any moments; the rows behind the last one can be cut without
        a trace, so a head is published with every batch.

    Returns
    -------
    Verification
        Each finding names the row. One altered row is one finding: each seal is tried against
        the seal that stands before it.
    """
    problems = []
    before, expected = BEGINNING, 1
    for at, link in enumerate(links, start=1):
        if link.number != expected:
            problems.append(f"Row {at} bears number {link.number}; {expected} belongs there.")
        elif not hmac.compare_digest(link.seal, _seal(key, link.number, before, link.row)):
            problems.append(f"Row {at} is not what was sealed, or the row before it is another.")
        before, expected = link.seal, link.number + 1
    problems += [words for head in heads if (words := _missed(links, head))]
    return Verification(agrees=not problems, problems=tuple(problems))


def _missed(links: Sequence[Link], head: Head) -> str:
    if head.count > len(links):
        return f"The log had {head.count} rows when its head was published; {len(links)} are left."
    found = links[head.count - 1].seal if head.count else BEGINNING
    if not hmac.compare_digest(found, head.seal):
        return f"Row {head.count} does not bear the seal that was published."
    return ""


def _seal(key: bytes, number: int, before: str, row: Mapping[str, Any]) -> str:
    text = json.dumps([number, before, row], sort_keys=True, separators=(",", ":"))
    return hmac.new(key, text.encode("ascii"), hashlib.sha256).hexdigest()
