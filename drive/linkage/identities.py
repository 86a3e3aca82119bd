"""Ids that stay with a person while records come and go, and the events that changed them."""

from collections import Counter, defaultdict
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from drive.linkage.clusters import Ints
from drive.linkage.linkage import person_id

Texts = npt.NDArray[np.object_]

MERGED, SPLIT = "merged", "split"


@dataclass(frozen=True, slots=True)
class Event:
    """What happened to persons who stood before.

    Attributes
    ----------
    kind
        `merged` or `split`.
    before, after
        Ids of the persons concerned before it and after.
    """

    kind: str
    before: tuple[str, ...]
    after: tuple[str, ...]


def carry(
    before: Texts, labels: Ints, record_ids: Texts, *, taken: set[str]
) -> tuple[Texts, tuple[Event, ...]]:
    """Give persons the ids that they had; say which were merged or split.

    A person keeps the id that most of the records had, of two with as many the lower. An id whose
    person was split stays with the larger part; each other part is named after its first record.

    Parameters
    ----------
    before
        Id of the person that each record had, None if it is new; all the records of every person
        concerned, shape (records,).
    labels
        For each the place of the first record of its person now.
    record_ids
        The records' own ids.
    taken
        Every id that was ever given; those given now are added.

    Returns
    -------
    tuple
        Id of the person of each record, and what happened.
    """
    had: dict[int, Counter[str]] = defaultdict(Counter)
    for head, old in zip(labels.tolist(), before.tolist(), strict=True):
        had[head].update([old] if old is not None else [])
    named = _names(had, record_ids, taken)
    ids = np.empty(len(before), dtype=object)
    ids[:] = [named[head] for head in labels.tolist()]
    return ids, _events(had, named)


def _names(had: dict[int, "Counter[str]"], record_ids: Texts, taken: set[str]) -> dict[int, str]:
    claims = sorted(
        (-count, old, head) for head, counts in had.items() for old, count in counts.items()
    )
    named: dict[int, str] = {}
    kept: set[str] = set()
    for _, old, head in claims:
        if head not in named and old not in kept:
            named[head] = old
            kept.add(old)
    for head in sorted(had):
        if head not in named:
            name = person_id(str(record_ids[head]))
            while name in taken:
                name = person_id(name)
            named[head] = name
            taken.add(name)
    return named


def _events(had: dict[int, "Counter[str]"], named: dict[int, str]) -> tuple[Event, ...]:
    events = [
        Event(MERGED, tuple(sorted(counts)), (named[head],))
        for head, counts in had.items()
        if len(counts) > 1
    ]
    parts: dict[str, set[str]] = defaultdict(set)
    for head, counts in had.items():
        for old in counts:
            parts[old].add(named[head])
    events += [
        Event(SPLIT, (old,), tuple(sorted(after))) for old, after in parts.items() if len(after) > 1
    ]
    return tuple(sorted(events, key=lambda event: (event.kind, event.before)))
