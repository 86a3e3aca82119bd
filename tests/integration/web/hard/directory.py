"""The forms of the directory."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from drive.vocabulary.agencies import AgencyType
from drive.web.casework.models import DriveCase
from drive.web.multiagency.actions import directory as actions
from tests.cast import NOW, Cast
from tests.factories.directory import SINCE, agreed, away, desk, listed, service
from tests.integration.web.hard.forms import Address, Data, Form, date_of


def _about(view: str, make: Callable[[Cast], Any], *more: Any) -> Address:
    """Return the address of a page about something that is made for it."""
    return Address(f"multiagency:directory_{view}", lambda cast, _case: [make(cast).pk, *more])


def _contact(cast: Cast) -> Any:
    return desk(cast.service_manager, listed(cast))


def _absence(cast: Cast) -> Any:
    return away(cast.service_manager, _contact(cast), date(2017, 6, 1))


def _team(cast: Cast) -> Any:
    return actions.add_team(
        agency=listed(cast),
        name="Safeguarding",
        starts_on=SINCE,
        by=cast.service_manager,
        now=NOW,
    )


def _agreement(cast: Cast) -> Any:
    return agreed(cast.service_manager, listed(cast))


def _provision(cast: Cast) -> Any:
    return service(cast.service_manager, cast.essex)


def _probation(cast: Cast) -> Any:
    return listed(cast, "Probation Service", AgencyType.PROBATION_SERVICE)


def _became_marac(cast: Cast) -> Data:
    return {"after": str(cast.essex_marac.pk), **date_of("on")}


def _succession(cast: Cast) -> Any:
    new = actions.NewSuccession(after=cast.essex_marac, on=SINCE)
    return actions.record_succession(
        agency=_probation(cast), new=new, by=cast.service_manager, now=NOW
    )


def _agreed_with_marac(cast: Cast, _case: DriveCase) -> Data:
    return {
        "parties": [str(cast.essex_marac.pk)],
        "fields_shared": ["risk", "incidents"],
        "arms": "both",
        "basis": "public_task",
        **date_of("began_on", "4 4 2016"),
    }


_REACHED: Data = {"role": "practitioner", "telephone": "01632 960004"}
_WAITS: Data = {"state": "waiting", "waiting_weeks": "6", **date_of("found_on")}


def _form(name: str, view: str, make: Callable[[Cast], Any], *more: Any, **about: Any) -> Form:
    data = about.pop("data", {})
    return Form(
        name=name,
        who="service_manager",
        address=_about(view, make, *more),
        data=data if callable(data) else lambda _cast, _case: data,
        **about,
    )


DIRECTORY = (
    _form("agency", "add_agency", lambda cast: cast.essex, data={"kind": "police"}, words="name"),
    _form("days of an agency", "days", listed, data=date_of("starts_on")),
    _form(
        "successor of an agency",
        "became",
        _probation,
        data=lambda cast, _case: _became_marac(cast),
    ),
    _form("taking back a successor", "take_back", _succession),
    _form("good to know of an agency", "good_to_know", listed, words="text"),
    _form("rung of the ladder", "rung", listed, "manager", data={"wait_days": "4"}),
    _form("team of an agency", "add_team", listed, data=date_of("starts_on"), words="name"),
    _form("end of a team", "end_team", _team, data=date_of("ends_on")),
    _form(
        "contact in an agency",
        "add_contact",
        listed,
        data={**_REACHED, **date_of("starts_on")},
        words="name",
    ),
    _form(
        "change of a contact",
        "change_contact",
        _contact,
        data={"telephone": "01632 960005", **date_of("starts_on")},
        words="job",
    ),
    _form("last day of a contact", "end_contact", _contact, data=date_of("ends_on")),
    _form("absence of a contact", "away", _contact, data=date_of("starts_on")),
    _form(
        "change of an absence",
        "change_absence",
        _absence,
        data={**date_of("starts_on"), **date_of("ends_on", "9 6 2017")},
    ),
    _form(
        "agreement to share",
        "add_agreement",
        lambda cast: cast.essex,
        data=_agreed_with_marac,
        words="name",
    ),
    _form(
        "change of an agreement",
        "change_agreement",
        _agreement,
        data=date_of("review_on", "1 8 2017"),
        words="name",
    ),
    _form(
        "local service",
        "add_provision",
        lambda cast: cast.essex,
        data={"kind": "housing", **_WAITS},
        words="name",
    ),
    _form("how a service is found", "found", _provision, data=_WAITS, words="threshold"),
)
