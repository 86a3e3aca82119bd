"""What one key press says of a piece of work: how, what was done, and with or without him."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_noop

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.casework import ActivityCode, Channel
from drive.vocabulary.work import Direction


@dataclass(frozen=True)
class Preset:
    """A kind of entry that fills in a form of work beforehand."""

    name: str
    text: str
    given: Mapping[str, Any] = field(default_factory=dict)


PRESETS = (
    Preset(
        "call",
        gettext_noop("Telephone call"),
        {
            "channel": Channel.TELEPHONE,
            "direction": Direction.OUT,
            "activities": [ActivityCode.INFO_SHARED],
        },
    ),
    Preset(
        "email",
        gettext_noop("E-mail"),
        {
            "channel": Channel.EMAIL,
            "direction": Direction.OUT,
            "activities": [ActivityCode.INFO_SHARED],
        },
    ),
    Preset(
        "meeting",
        gettext_noop("Meeting"),
        {"channel": Channel.MEETING, "direction": None, "activities": [ActivityCode.MEETING]},
    ),
    Preset(
        "attempt",
        gettext_noop("Attempt at contact"),
        {
            "channel": Channel.TELEPHONE,
            "direction": Direction.OUT,
            "activities": [ActivityCode.CONTACT_ATTEMPT],
            "agency_kind": None,
            "agency": None,
            "who": "",
        },
    ),
    Preset("other", gettext_noop("Other work")),
)


def preset_named(name: str) -> Preset | None:
    """Return a preset by its name, if there is one."""
    return next((each for each in PRESETS if each.name == name), None)


AGENCIES_FIRST = (
    AgencyType.POLICE,
    AgencyType.IDVA,
    AgencyType.CSC,
    AgencyType.PROBATION_SERVICE,
    AgencyType.PROBATION_NPS,
    AgencyType.PROBATION_CRC,
)
"""With whom most work is done; the first letter of each finds it in a list."""
