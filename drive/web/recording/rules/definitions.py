"""The form definitions: which questions a form asks at which stage, in which version.

Old forms live on. The pilot is loaded through the `legacy` version, which keeps the rules
of its time and applies to nothing else. A version is in force from a day on, so that it can
be told which one applied when (Year-1 report, line 463); what was begun under one version is
finished and read under it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from drive.vocabulary.assessment_questions import (
    CONTACT_2,
    NEEDS_2,
    PROFILE_2,
    RISK_CHANGES,
    RISK_LEVELS,
)
from drive.vocabulary.drive_dash import DASH_ITEMS, DASH_JUDGEMENT
from drive.vocabulary.questions import (
    CONTACT_AND_RISK,
    CORE_DATA,
    NEEDS,
    PROFILE,
)
from drive.web.recording.rules.insights import (
    FOLLOW_UP_STAGES,
    INSIGHTS_STAGES,
    INSIGHTS_STAGES_2,
)
from drive.web.recording.rules.sections import (
    WITH_EXAMPLES,
    Definition,
    Section,
)

LEGACY = "legacy"
FIRST = "1"
SECOND = "2"

_RISK_KEYS = {"risk_victim_survivor", "risk_children"}
_AT_INTAKE = tuple(each for each in CONTACT_AND_RISK if each.key not in _RISK_KEYS)


_PROFILE = Section("profile", "Profile", PROFILE)
_NEEDS = Section("needs", "Needs", NEEDS)
_ABUSE = Section("abuse", "Abuse", has_ratings=True)
_CONTACT_AT_INTAKE = Section("contact", "Contact and engagement", _AT_INTAKE)
_CONTACT = Section("contact", "Contact, engagement and risk", CONTACT_AND_RISK)

_LATER = (_NEEDS, _ABUSE, _CONTACT)
_ASSESSMENT_STAGES = {
    "intake": (_PROFILE, _NEEDS, _ABUSE, _CONTACT_AT_INTAKE),
    "month_3": _LATER,
    "month_6": _LATER,
    "month_9": _LATER,
    "closure": _LATER,
}

_NEEDS_2 = Section("needs", "Needs", NEEDS_2)
_ABUSE_2 = Section("abuse", "Abuse", has_ratings=True, in_depth=True, scale=WITH_EXAMPLES)
_RISK_AT_INTAKE = Section("risk", "Risk", RISK_LEVELS)
_RISK_2 = Section("risk", "Risk", (*RISK_LEVELS, *RISK_CHANGES))
_DASH = Section("dash", "Drive-DASH", (*DASH_ITEMS, *DASH_JUDGEMENT))
_CONTACT_2 = Section("contact", "Contact and engagement", CONTACT_2)

_LATER_2 = (_NEEDS_2, _ABUSE_2, _RISK_2, _DASH, _CONTACT_2)
_ASSESSMENT_STAGES_2 = {
    "intake": (
        Section("profile", "Profile", PROFILE_2),
        _NEEDS_2,
        _ABUSE_2,
        _RISK_AT_INTAKE,
        _DASH,
        _CONTACT_2,
    ),
    "month_3": _LATER_2,
    "month_6": _LATER_2,
    "month_9": _LATER_2,
    "closure": _LATER_2,
    "step_down_end": _LATER_2,
}
_CORE_STAGES = {"hearing": (Section("core", "Core data", CORE_DATA),)}

_START = date(2016, 4, 1)
_SECOND_YEAR = date(2017, 4, 1)
"""The second versions, and the follow-up at fixed times, came with the second year of Drive."""

DEFINITIONS: dict[tuple[str, str], Definition] = {
    (each.form, each.version): each
    for each in (
        Definition("core_data", LEGACY, _CORE_STAGES),
        Definition("core_data", FIRST, _CORE_STAGES, since=_START),
        Definition(
            "assessment",
            LEGACY,
            _ASSESSMENT_STAGES,
            allows_planned_at_closure=True,
            requires_reasons=False,
        ),
        Definition("assessment", FIRST, _ASSESSMENT_STAGES, since=_START),
        Definition(
            "assessment",
            SECOND,
            _ASSESSMENT_STAGES_2,
            since=_SECOND_YEAR,
            per_pair=True,
            requires_sources=True,
        ),
        Definition("insights", LEGACY, INSIGHTS_STAGES, requires_reasons=False),
        Definition("insights", FIRST, INSIGHTS_STAGES, since=_START),
        Definition("insights", SECOND, INSIGHTS_STAGES_2, since=_SECOND_YEAR),
        Definition("follow_up", FIRST, FOLLOW_UP_STAGES, since=_SECOND_YEAR),
    )
}


def definition(form: str, version: str | None = None) -> Definition:
    """Return one version of one form; the newest of those that come with the program by default.

    Raises
    ------
    KeyError
        If there is no such version.
    """
    if version is None:
        return in_force((each for each in DEFINITIONS.values() if each.form == form), date.max)
    return DEFINITIONS[form, version]


def in_force(definitions: Iterable[Definition], day: date) -> Definition:
    """Return the version that is in force on a day; before the first one, the first."""
    dated = sorted(
        (each for each in definitions if each.since is not None),
        key=lambda each: (each.since, each.version),
    )
    begun = [each for each in dated if each.since is not None and each.since <= day]
    return begun[-1] if begun else dated[0]


def definition_named(name: str) -> Definition:
    """Return the version under which something was filled in, such as `insights/2`.

    Raises
    ------
    KeyError
        If there is no such version.
    """
    form, _, version = name.partition("/")
    return DEFINITIONS[form, version]
