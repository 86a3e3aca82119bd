"""People as linkage compares them: one record for each way in which somebody was mentioned.

What is made here holds names, postcodes and numbers in the clear. It lives inside a job and is
written nowhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import F

from drive.vocabulary.identity import CandidateState, Verdict
from drive.web.people.models import Dyad, MatchCandidate, PersonMention
from drive.web.vault.queries import Keys, KeysOfPeople

if TYPE_CHECKING:
    import pandas as pd

CROWDED = 25
"""A postcode with more surnames than this is a refuge, a station or an office, not a home."""

_COLUMNS = (
    "record_id", "source", "case_id", "role", "first_name", "surname", "date_of_birth", "sex",
    "postcode", "phone",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Mentioned:
    """One record of the comparison: whom it is about, and what it says."""

    mention: UUID
    person: UUID
    root: UUID
    role: str
    compared: bool
    recorded_at: datetime
    row: Mapping[str, str | None]


def read_mentions() -> dict[str, Mentioned]:
    """Return everybody's mentions by record id, those that say nothing new left out."""
    rows = list(_stored())
    keys = KeysOfPeople(row["person"] for row in rows)
    places = _cases(rows)
    found: dict[tuple[Any, ...], Mentioned] = {}
    for row in rows:
        where = keys.of(row["person"], recorded_at=row["recorded_at"])
        case = places[row["pk"]]
        record = _record(row, where, case=case.name)
        said = (row["person"], case.others, *(record[name] for name in _COLUMNS[3:]))
        found.setdefault(said, _mentioned(row, record))
    return {str(each.mention): each for each in found.values()}


def _stored() -> Iterable[Any]:
    return (
        PersonMention.objects.order_by("recorded_at", "pk")
        .values(
            "pk",
            "person",
            "role",
            "source",
            "source_row",
            "forename",
            "surname",
            "recorded_at",
            "person__date_of_birth",
            "person__sex",
            "person__survivor",
            "person__compared_at",
            typed_birth=F("date_of_birth"),
        )
        .iterator(chunk_size=2000)
    )


@dataclass(frozen=True)
class _Case:
    name: str
    others: frozenset[UUID]


def _cases(rows: Iterable[dict[str, Any]]) -> dict[UUID, _Case]:
    """Return the case of each mention: whoever is named in one row of a source is one case."""
    dyads = _first_dyads()
    by_name: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        name = f"{row['source']}|{row['source_row']}"
        if not row["source_row"]:
            name = f"dyad|{dyads.get(row['person'], row['pk'])}"
        by_name[name].append(row)
    cases = {}
    for name, together in by_name.items():
        for row in together:
            others = frozenset(o["person"] for o in together if o["role"] != row["role"])
            cases[row["pk"]] = _Case(name, others)
    return cases


def _first_dyads() -> dict[UUID, UUID]:
    found: dict[UUID, UUID] = {}
    stored = Dyad.objects.order_by("recorded_at", "pk")
    for dyad, *people in stored.values_list("pk", "perpetrator__person", "victim_survivor__person"):
        for person in people:
            found.setdefault(person, dyad)
    return found


def _record(row: dict[str, Any], where: Keys, *, case: str) -> dict[str, str | None]:
    born_on = row["person__date_of_birth"]
    values = (
        str(row["pk"]),
        row["source"],
        case,
        row["role"],
        row["forename"],
        row["surname"],
        born_on.isoformat() if born_on else row["typed_birth"],
        row["person__sex"],
        where.postcode,
        where.telephone,
    )
    return {name: value or None for name, value in zip(_COLUMNS, values, strict=True)}


def _mentioned(row: dict[str, Any], record: Mapping[str, str | None]) -> Mentioned:
    return Mentioned(
        mention=row["pk"],
        person=row["person"],
        root=row["person__survivor"] or row["person"],
        role=row["role"],
        compared=row["person__compared_at"] is not None,
        recorded_at=row["recorded_at"],
        row=record,
    )


def as_frame(mentions: Mapping[str, Mentioned]) -> pd.DataFrame:
    """Return the records as linkage takes them; a crowded postcode is nobody's home."""
    import pandas as pd

    frame = pd.DataFrame([each.row for each in mentions.values()], columns=list(_COLUMNS))
    surnames = frame["surname"].str.casefold().groupby(frame["postcode"]).nunique()
    crowded = frame["postcode"].isin(surnames[surnames > CROWDED].index)
    frame.loc[crowded, "postcode"] = None
    return frame


def decisions_frame(mentions: Mapping[str, Mentioned]) -> pd.DataFrame:
    """Return what is decided: who is one person already, and what reviewers settled."""
    import pandas as pd

    said = [*_one_already(mentions), *_settled()]
    return pd.DataFrame(said, columns=["record_id_l", "record_id_r", "verdict"])


def _one_already(mentions: Mapping[str, Mentioned]) -> Iterable[tuple[str, str, str]]:
    first: dict[UUID, str] = {}
    for key, each in mentions.items():
        head = first.setdefault(each.root, key)
        if head != key:
            yield head, key, Verdict.SAME.value


def _settled() -> Iterable[tuple[str, str, str]]:
    # "The same" is told by the live merges: an undone one is no decision any more.
    settled = MatchCandidate.objects.filter(state=CandidateState.SETTLED).order_by("recorded_at")
    for one, other, verdict in settled.exclude(verdict=Verdict.SAME).values_list(
        "one_mention", "other_mention", "verdict"
    ):
        yield str(one), str(other), verdict
