"""Turns a paired rating into the answers of one form."""

from __future__ import annotations

from drive.simulation.pilot.rated import Ratings
from drive.simulation.pilot.records import RatingRecord
from drive.vocabulary.abuse import AbuseType
from drive.vocabulary.answers import Answer, ValueStatus, YesNo, known, unknown


def rating_records(ratings: Ratings, *, at_exit: bool) -> tuple[RatingRecord, ...]:
    """Return the four ratings of an intake form, or of an exit form."""
    return tuple(_record(ratings, abuse_type, at_exit) for abuse_type in AbuseType)


def _record(ratings: Ratings, abuse_type: AbuseType, at_exit: bool) -> RatingRecord:
    rating = ratings[abuse_type]
    used, severity = rating.used[at_exit], rating.severity[at_exit]
    filled = rating.intake_reconstructed and not at_exit
    word = None if used is None else (YesNo.YES if used else YesNo.NO)
    return RatingRecord(
        abuse_type=abuse_type,
        used=_answer(word, reconstructed=filled),
        severity=_answer(severity, reconstructed=filled or rating.severity_reconstructed),
    )


def _answer(word: str | None, *, reconstructed: bool) -> Answer:
    if word is None:
        return unknown(ValueStatus.NOT_RECORDED_LEGACY)
    return known(word, reconstructed=reconstructed)
