"""The rules of who is who: what settles a question, what the machine may join, what is alike."""

from drive.web.people.rules.alike import Likeness, Said, likeness
from drive.web.people.rules.automatic import AUTOMATIC_RULES, AutomaticRule, rule_for
from drive.web.people.rules.candidates import (
    SAMPLED_ONE_IN,
    UNSETTLED,
    is_sampled,
    needs_second,
    outcome,
)
from drive.web.people.rules.doors import says_who

__all__ = [
    "AUTOMATIC_RULES",
    "SAMPLED_ONE_IN",
    "UNSETTLED",
    "AutomaticRule",
    "Likeness",
    "Said",
    "is_sampled",
    "likeness",
    "needs_second",
    "outcome",
    "rule_for",
    "says_who",
]
