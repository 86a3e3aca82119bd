"""What follows from what is said on a note: whether it is told in confidence, and whose doing."""

from __future__ import annotations

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.answers import InformationSource
from drive.vocabulary.casework import ActivityCode
from drive.vocabulary.work import ASKS_ATTRIBUTION, Attribution
from drive.web.casework.rules import SEALED_INFORMANTS

AT_HER_SIDE = frozenset({AgencyType.IDVA, AgencyType.VS_SECTOR})
"""Services at the victim-survivor's side."""


def is_told_in_confidence(told_by: InformationSource | str | None, agency_kind: str | None) -> bool:
    """Return whether a note is sealed: she, her Idva or a service at her side told it.

    Where nobody is named as having told it, work with a service at her side is taken to hold what
    it told.
    """
    if told_by:
        return told_by in SEALED_INFORMANTS
    return agency_kind in AT_HER_SIDE


def attribution_of(activity: ActivityCode, said: Attribution | None) -> Attribution | None:
    """Return whose doing an activity is said to be, where that is asked of it at all."""
    return said if activity in ASKS_ATTRIBUTION else None
