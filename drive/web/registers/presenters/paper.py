"""The blank form for a prison visit: what is asked there, as it is asked when it is keyed in."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext

from drive.vocabulary.casework import ActivityCode, Intent, WorkMode
from drive.vocabulary.registers import Admission, BehaviourMethod
from drive.vocabulary.word import Word
from drive.vocabulary.work import Attribution, WorkOutcome, usual_mode
from drive.web.design_system.presenters import label


def parts() -> list[dict[str, Any]]:
    """Return the parts of the form: lines to write on, and boxes to tick."""
    direct = [code for code in ActivityCode if usual_mode(code) is WorkMode.DIRECT]
    return [
        _lines(gettext("Date and time, from and to"), 1),
        _lines(gettext("Prison, and who was there"), 1),
        _boxes(gettext("What was done"), direct),
        _boxes(gettext("Aim"), Intent),
        _boxes(gettext("Methods, if it was a behaviour-change session"), BehaviourMethod),
        _lines(gettext("What happened, and how he or she responded"), 10),
        _lines(gettext("Known incidents that were raised, and what was said of each"), 6),
        _boxes(gettext("How far it was owned up to"), Admission),
        _boxes(gettext("What came of it"), WorkOutcome),
        _boxes(gettext("Would it have happened without Drive?"), Attribution),
        _lines(gettext("What comes next, and what he or she is to do until then"), 4),
    ]


def _boxes(title: str, words: Any) -> dict[str, Any]:
    offered: list[Word] = list(words)
    return {"title": title, "boxes": [label(word) for word in offered], "lines": 0}


def _lines(title: str, count: int) -> dict[str, Any]:
    return {"title": title, "boxes": [], "lines": count}
