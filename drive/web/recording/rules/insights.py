"""What the Idva's forms ask at each stage: one definition for both arms."""

from __future__ import annotations

from drive.vocabulary.insights import FOLLOW_UP_MONTHS
from drive.vocabulary.insights_questions import (
    AWARENESS_2,
    HER_CHILDREN,
    HER_LIFE,
    HER_NEEDS,
    HER_RISK,
    HER_WORDS,
    HOW_SHE_IS,
    KIND_OF_CONTACT,
    SPOKEN_WITH,
)
from drive.vocabulary.questions import (
    IDVA_CONTACTS,
    INSIGHTS_AWARENESS,
    INSIGHTS_OUTCOMES,
    INTERVENTIONS,
)
from drive.web.recording.rules.sections import WITH_EXAMPLES, Section

_ABUSE = Section("abuse", "Abuse", has_ratings=True)
_OUTCOMES = Section("outcomes", "Risk and safety", (*INSIGHTS_OUTCOMES, *IDVA_CONTACTS))
_SUPPORT = Section("interventions", "Support given", INTERVENTIONS)
_AWARENESS = Section("awareness", "What you knew", INSIGHTS_AWARENESS)

INSIGHTS_STAGES = {
    "intake": (_ABUSE, _AWARENESS),
    "review": (_ABUSE, _AWARENESS),
    "exit": (_ABUSE, _OUTCOMES, _SUPPORT, _AWARENESS),
}

_OUTCOMES_2 = Section(
    "outcomes",
    "Change since intake",
    (*INSIGHTS_OUTCOMES, *IDVA_CONTACTS, *KIND_OF_CONTACT),
)
_AWARENESS_2 = Section("awareness", "What you knew", AWARENESS_2)
_AT_EACH = (
    Section("abuse", "Abuse", has_ratings=True, in_depth=True, scale=WITH_EXAMPLES),
    Section("risk", "Risk and fear", HER_RISK),
    Section("needs", "Needs", HER_NEEDS),
    Section("children", "Children", HER_CHILDREN),
    Section("life", "Quality of life and space for action", HER_LIFE),
    Section("words", "In her own words", HER_WORDS),
)

INSIGHTS_STAGES_2 = {
    "intake": (*_AT_EACH, _AWARENESS_2),
    "review": (*_AT_EACH, _AWARENESS_2),
    "exit": (*_AT_EACH, _OUTCOMES_2, _SUPPORT, _AWARENESS_2),
}

_FOLLOW_UP = (
    Section("who", "Whom you spoke with", SPOKEN_WITH),
    Section("abuse", "Abuse in the past three months", has_ratings=True),
    Section("now", "How she is now", HOW_SHE_IS),
    _AWARENESS_2,
)
"""Five minutes: short enough to be asked of somebody who has no Idva at her side any more."""

FOLLOW_UP_STAGES = dict.fromkeys(map(str, FOLLOW_UP_MONTHS), _FOLLOW_UP)
