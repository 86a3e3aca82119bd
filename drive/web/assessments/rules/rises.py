"""A rise in abuse or risk: any level higher than the last one known, of the same pair and type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from drive.vocabulary.abuse import AbuseType, RiseBasis, Severity
from drive.vocabulary.answers import Answer, YesNo
from drive.vocabulary.assessments import RiseOf, RiskLevel
from drive.vocabulary.casework import RiskChangeCm
from drive.vocabulary.ratings import Rating
from drive.vocabulary.word import Word
from drive.web.assessments.rules.dash import dash_of

Level = TypeVar("Level", bound=Word)

DAYS_TO_REVIEW = 3
"""Working days in which the service manager looks at a rise."""
DAYS_TO_READ = 1
"""Working days in which the Idva lead reads of it."""

_RISKS = {
    RiseOf.RISK_VICTIM_SURVIVOR: ("risk_level_victim_survivor", "risk_victim_survivor"),
    RiseOf.RISK_CHILDREN: ("risk_level_children", "risk_children"),
}


@dataclass(frozen=True, kw_only=True)
class Said:
    """What one assessment says: answers, and ratings each with the key of its pair."""

    answers: Mapping[str, Answer]
    ratings: Sequence[Rating]


@dataclass(frozen=True, kw_only=True)
class Risen:
    """One rise. `after` is empty where it is used now and nobody knows how severe."""

    of: RiseOf
    before: str
    after: str
    abuse_type: AbuseType | None = None
    towards: str | None = None
    basis: RiseBasis | None = None


def rises(earlier: Sequence[Said], now: Said) -> list[Risen]:
    """Return every rise of an assessment against the last level known in the earlier ones.

    Parameters
    ----------
    earlier : sequence of Said
        The assessments before this one, oldest first.
    now : Said
        The one that is submitted.
    """
    return [*_in_abuse(earlier, now), *_in_risk(earlier, now), *_in_dash(earlier, now)]


def _in_abuse(earlier: Sequence[Said], now: Said) -> Iterator[Risen]:
    for rating in now.ratings:
        before = _last(
            level_of(each)
            for said in earlier
            for each in said.ratings
            if (each.abuse_type, each.towards) == (rating.abuse_type, rating.towards)
        )
        if before is None:
            continue
        after = level_of(rating)
        begun = before is Severity.NONE and after is None and rating.used.value == YesNo.YES
        if begun or (after is not None and after.level > before.level):
            yield Risen(
                of=RiseOf.ABUSE,
                before=before,
                after=after or "",
                abuse_type=rating.abuse_type,
                towards=rating.towards,
                basis=_basis(rating.rise_basis),
            )


def level_of(rating: Rating) -> Severity | None:
    """Return how severe an abuse is known to be: none where it was not used."""
    if rating.severity.value:
        return Severity(rating.severity.value)
    return Severity.NONE if rating.used.value == YesNo.NO else None


def _basis(answer: Answer | None) -> RiseBasis | None:
    return RiseBasis(answer.value) if answer and answer.value else None


def _in_risk(earlier: Sequence[Said], now: Said) -> Iterator[Risen]:
    for of, (level, change) in _RISKS.items():
        before = _last(_risk_level(said, level) for said in earlier)
        after = _risk_level(now, level)
        if before is not None and after is not None:
            if after.level > before.level:
                yield Risen(of=of, before=before, after=after)
        elif earlier and _value(now, change) == RiskChangeCm.INCREASED:
            yield Risen(of=of, before=before or "", after=RiskChangeCm.INCREASED)


def _in_dash(earlier: Sequence[Said], now: Said) -> Iterator[Risen]:
    counted = (dash_of(said.answers) for said in earlier)
    before = _last(dash.level if dash else None for dash in counted)
    after = dash_of(now.answers)
    if before is not None and after is not None and after.level.level > before.level:
        yield Risen(of=RiseOf.DRIVE_DASH, before=before, after=after.level)


def _risk_level(said: Said, key: str) -> RiskLevel | None:
    value = _value(said, key)
    return RiskLevel(value) if value else None


def _value(said: Said, key: str) -> str | None:
    answer = said.answers.get(key)
    return answer.value if answer else None


def _last(levels: Iterable[Level | None]) -> Level | None:
    known = [level for level in levels if level is not None]
    return known[-1] if known else None
