"""What the service user says beside what is known, in two columns."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext

from drive.vocabulary.answers import InformationSource
from drive.vocabulary.registers import Admission
from drive.web.design_system.presenters import date_in_words, label
from drive.web.registers.presenters.now import days_ago
from drive.web.registers.queries import account
from drive.web.registers.registry.declaration import Opened


def first_admission(found: Iterable[account.Account]) -> str:
    """Return the first day on which anything was admitted, in words."""
    admitted = account.first_admission(each for one in found for each in one.said)
    if admitted is None:
        return gettext("Nothing has been admitted yet.")
    return gettext("First admission of anything: %s.") % date_in_words(admitted)


def rows(found: Iterable[account.Account], *, today: date) -> list[dict[str, Any]]:
    """Return each known incident beside what he said of it."""
    return [
        {
            "on": one.incident.row.happened_on,
            "known": one.incident.words["text"],
            "told_by": _told_by(one.incident),
            "sealed": one.incident.victim_side,
            "said": [_said(each) for each in one.said],
            "raised": _raised(one, today),
            "admitted": _admitted(one),
        }
        for one in found
    ]


def _told_by(incident: Opened) -> str:
    told_by = incident.row.informant
    return label(InformationSource(told_by)) if told_by else gettext("Known to the case manager")


def _said(each: Opened) -> dict[str, Any]:
    return {
        "on": each.row.happened_on,
        "how": label(Admission(each.row.admission)),
        "text": each.words["text"],
    }


def _raised(one: account.Account, today: date) -> str:
    if one.last_raised is None:
        return gettext("Not raised yet.")
    return gettext("Last raised %s.") % days_ago(one.last_raised, today)


def _admitted(one: account.Account) -> str:
    if one.first_admission is None:
        return gettext("Not admitted.")
    return gettext("First admitted on %s.") % date_in_words(one.first_admission)
