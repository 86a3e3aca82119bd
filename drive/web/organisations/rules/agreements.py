"""On which agreement sharing rests on a day, and what is good to know of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from drive.vocabulary.directory import AgreementState, ArmsCovered, SharedField
from drive.web.core.dates import in_words


@dataclass(frozen=True, kw_only=True)
class Terms:
    """An agreement as the rules see it; the day on which it ended is its last."""

    key: UUID
    name: str
    parties: frozenset[UUID]
    fields: frozenset[SharedField]
    arms: ArmsCovered
    began_on: date
    signed_on: date | None = None
    live_on: date | None = None
    review_on: date | None = None
    ended_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Found:
    """The agreement that lets an agency share, what it does not cover, and what to know of it.

    Without one `key` is None, and the sentences say why.
    """

    key: UUID | None
    missing: frozenset[SharedField]
    sentences: tuple[str, ...]


def agreement_state(terms: Terms, day: date) -> AgreementState:
    """Return how an agreement stands on a day."""
    if terms.ended_on is not None and terms.ended_on < day:
        return AgreementState.ENDED
    if terms.live_on is None or terms.live_on > day:
        signed = terms.signed_on is not None and terms.signed_on <= day
        return AgreementState.SIGNED if signed else AgreementState.NEGOTIATION
    if terms.review_on is not None and terms.review_on <= day:
        return AgreementState.REVIEW
    return AgreementState.LIVE


IN_FORCE = frozenset({AgreementState.LIVE, AgreementState.REVIEW})
"""States in which an agreement lets anybody share."""


def days_to_live(terms: Terms) -> int | None:
    """Return how many days it took from the first talk until it was live."""
    return None if terms.live_on is None else (terms.live_on - terms.began_on).days


def good_to_know(terms: Terms, day: date) -> tuple[str, ...]:
    """Return in sentences what speaks against resting on an agreement."""
    found = []
    state = agreement_state(terms, day)
    if state is AgreementState.REVIEW and terms.review_on:
        found.append(f"It has been due for review since {in_words(terms.review_on)}.")
    if terms.arms is ArmsCovered.DRIVE_ALONE:
        found.append(
            "It covers those drawn to Drive alone: what is shared under it cannot be compared "
            "between the arms."
        )
    return tuple(found)


def best_agreement(
    terms: Iterable[Terms],
    agency: UUID,
    *,
    day: date,
    fields: Collection[SharedField] = (),
    was: Mapping[UUID, str] | None = None,
) -> Found:
    """Return the agreement in force that covers most of what is wanted.

    Parameters
    ----------
    fields : collection of SharedField
        What is wanted.
    was : mapping, optional
        The names of agencies that became this one: what they agreed to does not hold by itself.
    """
    wanted, known = frozenset(fields), list(terms)
    ours = [each for each in known if agency in each.parties]
    live = [each for each in ours if agreement_state(each, day) in IN_FORCE]
    if not live:
        return Found(key=None, missing=wanted, sentences=_why_none(ours, known, day, was or {}))
    best = min(live, key=lambda each: _rank(each, wanted, day))
    missing = wanted - best.fields
    sentences = (*_not_covered(best, missing), *good_to_know(best, day))
    return Found(key=best.key, missing=missing, sentences=sentences)


def _rank(terms: Terms, wanted: frozenset[SharedField], day: date) -> tuple[int, bool, bool, str]:
    return (
        len(wanted - terms.fields),
        terms.arms is not ArmsCovered.BOTH,
        agreement_state(terms, day) is not AgreementState.LIVE,
        terms.name,
    )


def _not_covered(terms: Terms, missing: frozenset[SharedField]) -> tuple[str, ...]:
    if not missing:
        return ()
    names = "; ".join(each.label for each in SharedField if each in missing)
    return (f"“{terms.name}” does not cover: {names}.",)


def _why_none(
    ours: Iterable[Terms], known: Iterable[Terms], day: date, was: Mapping[UUID, str]
) -> tuple[str, ...]:
    told = [_not_in_force(each, day) for each in ours]
    for each in known:
        for party in sorted(each.parties & was.keys(), key=lambda key: was[key]):
            if agreement_state(each, day) in IN_FORCE:
                told.append(
                    f"“{each.name}” was made with {was[party]}; whether it still holds has to be "
                    "settled."
                )
    return tuple(told) or ("There is no agreement to share with this agency.",)


def _not_in_force(terms: Terms, day: date) -> str:
    state = agreement_state(terms, day)
    if state is AgreementState.ENDED and terms.ended_on:
        return f"“{terms.name}” ended on {in_words(terms.ended_on)}."
    if state is AgreementState.SIGNED:
        return f"“{terms.name}” is signed and not live yet."
    return f"“{terms.name}” is still being negotiated, since {in_words(terms.began_on)}."
