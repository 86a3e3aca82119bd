"""A rating of one type of abuse: two answers, neither derived from the other."""

from __future__ import annotations

from dataclasses import dataclass

from drive.vocabulary.abuse import DEFINITION_VERSION, AbuseType
from drive.vocabulary.answers import Answer


@dataclass(frozen=True, kw_only=True)
class Rating:
    """Whether one type of abuse was used, and how severe it was.

    Parameters
    ----------
    abuse_type : AbuseType
        The type that is rated.
    used : Answer
        A YesNo, or why it is not known.
    severity : Answer
        A Severity, or why it is not known.
    definition_version : str
        The version of the definitions that stood beside the field.
    frequency, last_on, trend : Answer or None
        A Frequency, the day on which it last happened, a Trend; None where not asked.
    rise_basis : Answer or None
        A RiseBasis, where the level is higher than last time.
    towards : str or None
        The key of the dyad; None for the primary one.
    """

    abuse_type: AbuseType
    used: Answer
    severity: Answer
    definition_version: str = DEFINITION_VERSION
    frequency: Answer | None = None
    last_on: Answer | None = None
    trend: Answer | None = None
    rise_basis: Answer | None = None
    towards: str | None = None
