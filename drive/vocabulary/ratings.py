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
    """

    abuse_type: AbuseType
    used: Answer
    severity: Answer
    definition_version: str = DEFINITION_VERSION
