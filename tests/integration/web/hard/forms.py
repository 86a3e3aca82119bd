"""The forms of casework that are tried hard: how each is reached, and what makes it valid.

A row says what a person fills in; what the page fills in itself (hidden fields, what stands there
already) is taken from the page. Every form that changes a case has a row here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.urls import reverse

from drive.vocabulary.casework import CaseState
from drive.web.casework.models import DriveCase
from tests.cast import Cast
from tests.factories.allocation import allocation
from tests.factories.casework import case_at, note_on

WORDS = "He rang twice on Tuesday <b>and</b> said he'd come."
"""What is typed into each form: it must be on the page still, whatever goes wrong."""

Prepared = tuple[Cast, DriveCase]
Data = dict[str, str | list[str]]


def date_of(name: str, day: str = "1 6 2017") -> Data:
    """Return the three boxes of a date."""
    return {
        f"{name}-{part}": box
        for part, box in zip(("day", "month", "year"), day.split(), strict=True)
    }


@dataclass(frozen=True)
class Address:
    """The address of a page: its name, and what makes the rest of it for the cast and the case."""

    view: str
    about: Callable[[Cast, DriveCase], Sequence[Any]]

    def __call__(self, cast: Cast, case: DriveCase) -> str:
        """Return the address; it may make what the page is about."""
        return reverse(self.view, args=self.about(cast, case))


def to(view: str, *more: Any) -> Address:
    """Return the address of a page of the case."""
    return Address(view, lambda _cast, case: [case.pk, *more])


def of(view: str, make: Callable[[Cast, DriveCase], Any]) -> Address:
    """Return the address of a page about something on the case, which is made for it."""
    return Address(view, lambda cast, case: [case.pk, make(cast, case).pk])


@dataclass(frozen=True, kw_only=True)
class Form:
    """One form.

    Parameters
    ----------
    name : str
        What it is called in the tests.
    who : str
        Who fills it in, as the cast calls them.
    address : Address
        Where it is, for the cast and the case; it may make what the form is about.
    data : callable
        What is filled in so that the form is accepted, for the cast and the case.
    stage : CaseState
        Where the case stands.
    prepare : callable, optional
        Makes what the form needs, before its address is asked for.
    words : str
        The box into which `WORDS` is typed; empty if the form has no box for words.
    shows : str
        What stands on the page by which the form is answered when it is carried out; empty if
        that leads on to another page.
    """

    name: str
    who: str = "case_manager"
    address: Address
    data: Callable[[Cast, DriveCase], Data] = field(default=lambda _cast, _case: {})
    stage: CaseState = CaseState.ACTIVE
    prepare: Callable[[Cast, DriveCase], Any] | None = None
    words: str = ""
    shows: str = ""

    def is_done(self, answer: Any) -> bool:
        """Return whether an answer says that the form was carried out."""
        if self.shows and answer.status_code == 200:
            return self.shows in answer.content.decode()
        return bool(answer.status_code == 302)

    def filled(self, cast: Cast, case: DriveCase) -> Data:
        """Return what a person fills in, with words in their box."""
        return {**self.data(cast, case), **({self.words: WORDS} if self.words else {})}


def a_case(cast: Cast, form: Form) -> DriveCase:
    """Return a case that stands where the form needs it."""
    case = case_at(cast, form.stage)
    if form.prepare:
        form.prepare(cast, case)
    return case


def _waiting(cast: Cast, _case: DriveCase) -> list[Any]:
    return [allocation(cast, 2, allocated_on=date(2017, 1, 16)).pk]


_LOGGED: Data = {
    "channel": "telephone",
    "mode": "indirect",
    "activities": ["info_received"],
    **date_of("happened_on"),
}

CASEWORK = (
    Form(
        name="note",
        address=to("casework:add_note"),
        data=lambda _cast, _case: _LOGGED,
        words="text",
    ),
    Form(
        name="addition to a note",
        address=of("casework:add_to_note", note_on),
        data=lambda _cast, _case: _LOGGED,
        words="text",
    ),
    Form(
        name="contact",
        address=to("casework:record_contact"),
        data=lambda _cast, _case: {
            "successful": "yes",
            "contact_type": "face_to_face",
            "planning": "unplanned",
            **date_of("happened_on"),
        },
        words="text",
    ),
    Form(
        name="reason for no contact",
        address=to("casework:record_non_contact"),
        data=lambda _cast, _case: {
            "point": "month_3",
            "reason": "planned_or_pending",
            "whose_risk": "victim_survivor",
        },
    ),
    Form(
        name="next step",
        address=to("casework:move"),
        data=lambda _cast, _case: {"state": "strategy", **date_of("happened_on")},
        stage=CaseState.RESEARCH,
    ),
    Form(
        name="handing over",
        who="service_manager",
        address=to("casework:assign", "case_manager"),
        data=lambda cast, _case: {"user": str(cast.other_case_manager.pk)},
        words="handover",
    ),
    Form(
        name="opening a case",
        who="service_manager",
        address=Address("casework:open_case", _waiting),
        data=lambda cast, _case: {
            "case_manager": str(cast.case_manager.pk),
            "idva_lead": str(cast.idva.pk),
            **date_of("opened_on", "20 1 2017"),
        },
        words="over_limit_reason",
    ),
    Form(
        name="section of an assessment",
        address=to("assessments:section", "month_3", "risk"),
        data=lambda _cast, _case: {"risk_level_children-value": "high"},
    ),
    Form(
        name="submitting an assessment",
        address=to("assessments:check", "month_3"),
        data=lambda _cast, _case: {"gap_reason": "asked_not_known", **date_of("assessed_on")},
    ),
)
