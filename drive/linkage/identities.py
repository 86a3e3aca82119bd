"""Ids that stay with a person while records come and go, and the events that changed them."""

from collections import Counter, defaultdict
from dataclasses import dataclass

import numpy as np
import pandas as pd

from drive.linkage.clusters import Ints
from drive.linkage.linkage import person_id

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
    persons: pd.DataFrame, old_labels: Ints, record_ids: pd.Series, labels: Ints
) -> tuple[pd.DataFrame, tuple[Event, ...]]:
    """Give persons the ids that they had; say which were merged or split.

    A person keeps the id that most of the records had, of two with as many the lower. An id whose
    person was split stays with the larger part; each other part is named after its first record.

    Parameters
    ----------
    persons
        `record_id`, `person_id` before, in the order of `record_ids`.
    old_labels, labels
        Person of each record by number before, shape (old,), and now, shape (records,).
    record_ids
        All records; those that are new stand last.
    """
    n = len(old_labels)
    ids = np.empty(len(labels), dtype=object)
    ids[:n] = persons["person_id"].to_numpy()
    moved = np.flatnonzero(labels[:n] != old_labels)
    suspects = np.unique(np.concatenate([labels[moved], labels[n:], labels[old_labels[moved]]]))
    mark = np.zeros(len(labels), dtype=bool)
    mark[suspects] = True
    rows = np.flatnonzero(mark[labels])
    groups: dict[int, list[int]] = defaultdict(list)
    for row in rows.tolist():
        groups[int(labels[row])].append(row)
    had = {head: Counter(ids[row] for row in held if row < n) for head, held in groups.items()}
    named = _names(had, record_ids)
    for head, held in groups.items():
        ids[held] = named[head]
    return pd.DataFrame({"record_id": record_ids, "person_id": ids}), _events(had, named)


def _names(had: dict[int, "Counter[str]"], record_ids: pd.Series) -> dict[int, str]:
    claims = sorted(
        (-count, old, head) for head, counts in had.items() for old, count in counts.items()
    )
    named: dict[int, str] = {}
    taken: set[str] = set()
    for _, old, head in claims:
        if head not in named and old not in taken:
            named[head] = old
            taken.add(old)
    known = {old for counts in had.values() for old in counts}
    for head in had:
        if head not in named:
            name = person_id(str(record_ids.iloc[head]))
            while name in known:
                name = person_id(name)
            named[head] = name
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
