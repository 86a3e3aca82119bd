"""Whom to ask instead of an agency that does not answer: who probably knows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from math import inf
from typing import Any

from drive.vocabulary.agencies import AgencyType as A
from drive.vocabulary.answers import InformationSource
from drive.vocabulary.directory import SharedField
from drive.vocabulary.facts import FactTopic
from drive.vocabulary.requests import RequestTopic, SourceReason

_POLICE_AND_PROBATION = (A.POLICE, A.PROBATION_SERVICE, A.PROBATION_NPS, A.PROBATION_CRC)
_AT_HER_SIDE = (A.IDVA, A.VS_SECTOR)
_HEALTH = (A.HEALTH, A.MENTAL_HEALTH, A.SUBSTANCE)

KNOWS: Mapping[RequestTopic, tuple[A, ...]] = {
    RequestTopic.BACKGROUND: (*_POLICE_AND_PROBATION, A.CSC, A.HOUSING, A.HEALTH),
    RequestTopic.ABUSE_NOW: (A.POLICE, *_AT_HER_SIDE, A.CSC, A.HOUSING, A.PROBATION_SERVICE),
    RequestTopic.ABUSE_BEFORE: (*_POLICE_AND_PROBATION, *_AT_HER_SIDE, A.CSC, A.MARAC),
    RequestTopic.PREVIOUS_PARTNERS: (A.POLICE, A.MARAC, *_AT_HER_SIDE, A.CSC),
    RequestTopic.ALCOHOL_DRUGS: (A.SUBSTANCE, A.HEALTH, *_POLICE_AND_PROBATION),
    RequestTopic.MENTAL_HEALTH: (A.MENTAL_HEALTH, A.HEALTH, A.PRISON, A.PROBATION_SERVICE),
    RequestTopic.CHILDREN: (A.CSC, A.MASH, A.SCHOOL, A.HEALTH, A.POLICE),
    RequestTopic.ACCOMMODATION: (A.HOUSING, A.BENEFITS, *_POLICE_AND_PROBATION),
    RequestTopic.ATTITUDES: (*_POLICE_AND_PROBATION[1:], A.DVPP, A.CSC, A.PRISON),
    RequestTopic.WHEREABOUTS: (*_POLICE_AND_PROBATION, A.HOUSING, A.BENEFITS, A.PRISON),
}
"""Which kinds of agency usually know of something, those that most often do first."""

TOLD_AS: Mapping[RequestTopic, frozenset[FactTopic]] = {
    RequestTopic.BACKGROUND: frozenset(FactTopic) - {FactTopic.OTHER},
    RequestTopic.ABUSE_NOW: frozenset({FactTopic.ABUSE, FactTopic.WEAPONS, FactTopic.CONTACT}),
    RequestTopic.ABUSE_BEFORE: frozenset({FactTopic.ABUSE, FactTopic.WEAPONS}),
    RequestTopic.PREVIOUS_PARTNERS: frozenset({FactTopic.RELATIONSHIPS}),
    RequestTopic.ALCOHOL_DRUGS: frozenset({FactTopic.HEALTH}),
    RequestTopic.MENTAL_HEALTH: frozenset({FactTopic.HEALTH}),
    RequestTopic.CHILDREN: frozenset({FactTopic.CHILDREN}),
    RequestTopic.ACCOMMODATION: frozenset({FactTopic.MONEY_HOUSING_WORK}),
    RequestTopic.ATTITUDES: frozenset({FactTopic.RELATIONSHIPS}),
    RequestTopic.WHEREABOUTS: frozenset({FactTopic.WHEREABOUTS}),
}
"""Under which topics of facts an answer to each topic of a request is kept."""


SHARED_AS: Mapping[RequestTopic, frozenset[SharedField]] = {
    RequestTopic.BACKGROUND: frozenset({SharedField.IDENTITY, SharedField.OFFENCES}),
    RequestTopic.ABUSE_NOW: frozenset({SharedField.ABUSE, SharedField.INCIDENTS}),
    RequestTopic.ABUSE_BEFORE: frozenset({SharedField.ABUSE, SharedField.OFFENCES}),
    RequestTopic.PREVIOUS_PARTNERS: frozenset({SharedField.ABUSE}),
    RequestTopic.ALCOHOL_DRUGS: frozenset({SharedField.HEALTH}),
    RequestTopic.MENTAL_HEALTH: frozenset({SharedField.HEALTH}),
    RequestTopic.CHILDREN: frozenset({SharedField.CHILDREN}),
    RequestTopic.ACCOMMODATION: frozenset({SharedField.HOUSING}),
    RequestTopic.ATTITUDES: frozenset({SharedField.RISK}),
    RequestTopic.WHEREABOUTS: frozenset({SharedField.WHEREABOUTS}),
}
"""Which fields of an agreement an answer to each topic needs."""

SPEAKS_AS: Mapping[A, InformationSource] = {
    A.IDVA: InformationSource.IDVA,
    A.VS_SECTOR: InformationSource.IDVA,
    A.POLICE: InformationSource.POLICE,
    A.PROBATION_NPS: InformationSource.PROBATION,
    A.PROBATION_CRC: InformationSource.PROBATION,
    A.PROBATION_SERVICE: InformationSource.PROBATION,
    A.CSC: InformationSource.CSC,
    A.HEALTH: InformationSource.HEALTH,
    A.MENTAL_HEALTH: InformationSource.HEALTH,
    A.SUBSTANCE: InformationSource.HEALTH,
    A.HOUSING: InformationSource.HOUSING,
    A.SCHOOL: InformationSource.SCHOOL,
    A.MARAC: InformationSource.MARAC,
    A.COURT: InformationSource.COURT,
}
"""As whom an agency speaks, where that has a word of its own."""


def speaks_as(kind: A) -> InformationSource:
    """Return as whom an agency of a kind is recorded to have said something."""
    return SPEAKS_AS.get(kind, InformationSource.OTHER)


_SHORTEST = 3
"""Fewer letters name nobody."""


def referred(text: str, name: str, kind: A) -> bool:
    """Return whether a list of a Marac names an agency as the referrer: by name, or by its kind."""
    said, called = _plain(text), _plain(name)
    if len(said) < _SHORTEST:
        return False
    return said in called or called in said or said in _plain(kind.label)


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("'", "").split())


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """An agency that could be asked.

    Parameters
    ----------
    referred : bool
        Whether it referred the pair to the Marac.
    told : int
        How many facts on the topics in question came from an agency of its kind.
    usual_days : float or None
        How long it usually takes to answer, in working days.
    """

    key: Any
    name: str
    kind: A
    referred: bool = False
    told: int = 0
    usual_days: float | None = None


@dataclass(frozen=True)
class Ranked:
    """An agency to ask, and why it stands where it does."""

    candidate: Candidate
    reason: SourceReason


def rank(
    candidates: Iterable[Candidate],
    topics: Collection[RequestTopic],
    asked: Collection[Any],
) -> list[Ranked]:
    """Return whom to ask next, the likeliest first; never one who was asked in this chain.

    Who referred the pair stands first, then who told of the topics before, then kinds of agency
    that usually know; among equals those that answer quickest.
    """
    found = []
    for each in candidates:
        reason = None if each.key in asked or each.kind is A.DRIVE else _reason(each, topics)
        if reason is not None:
            found.append(Ranked(each, reason))
    return sorted(found, key=lambda one: _place(one, topics))


def _reason(each: Candidate, topics: Collection[RequestTopic]) -> SourceReason | None:
    if each.referred:
        return SourceReason.REFERRED
    if each.told:
        return SourceReason.TOLD_BEFORE
    if any(each.kind in KNOWS[topic] for topic in topics):
        return SourceReason.USUALLY_KNOWS
    return None


_ORDER = tuple(SourceReason)


def _place(one: Ranked, topics: Collection[RequestTopic]) -> tuple[Any, ...]:
    each = one.candidate
    known = sum(each.kind in KNOWS[topic] for topic in topics)
    nearest = min(
        (KNOWS[topic].index(each.kind) for topic in topics if each.kind in KNOWS[topic]),
        default=len(A),
    )
    days = inf if each.usual_days is None else each.usual_days
    return (_ORDER.index(one.reason), -known, nearest, days, each.name)
