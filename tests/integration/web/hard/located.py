"""The forms of contact details that are tried hard: of the service user, and of her."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from drive.vocabulary.tasks import TaskKind
from drive.web.casework.models import DriveCase
from drive.web.insights.models import IdvaCase
from drive.web.people.actions import tell_of_clashes
from drive.web.tasks.models import Task
from tests.cast import NOW, Cast
from tests.factories.insights import idva_case
from tests.factories.vault import HIS, address_of
from tests.integration.web.hard.forms import Address, Form, to

_HERS = {
    "kind": "refuge",
    "belongs_to": "own",
    "postcode": "ZZ9 9ZZ",
    "known_to_him": "unsure",
    "shared_with_him": "no",
}


def _of_his(way: str) -> Address:
    def about(cast: Cast, case: DriveCase) -> list[Any]:
        dyad = case.perpetrator.dyads.get()
        return [case.pk, "address", address_of(dyad, cast.case_manager, role=HIS).pk]

    return Address(f"casework:{way}_contact_detail", about)


def _hers(cast: Cast, case: DriveCase) -> IdvaCase:
    dyad = case.perpetrator.dyads.get()
    return IdvaCase.objects.filter(dyad=dyad).first() or idva_case(cast, dyad=dyad)


def _of_her_case(view: str, more: Callable[[Cast, IdvaCase], list[Any]]) -> Address:
    def about(cast: Cast, case: DriveCase) -> list[Any]:
        hers = _hers(cast, case)
        return [hers.pk, *more(cast, hers)]

    return Address(f"insights:{view}", about)


def _a_row(cast: Cast, hers: IdvaCase) -> list[Any]:
    return ["address", address_of(hers.dyad, cast.idva).pk]


def _clash(cast: Cast, case: DriveCase) -> list[Any]:
    hers = _hers(cast, case)
    address_of(hers.dyad, cast.case_manager, role=HIS)
    address_of(hers.dyad, cast.idva)
    tell_of_clashes(dyads=[hers.dyad], reference=hers.reference, now=NOW)
    return [Task.objects.get(kind=TaskKind.ADDRESS_CLASH, user=cast.idva).pk]


LOCATED = (
    Form(
        name="address of the service user",
        address=to("casework:add_contact_detail", "address"),
        data=lambda _cast, _case: {"kind": "home"},
        words="lines",
    ),
    Form(
        name="address of the service user put right",
        address=_of_his("correct"),
        data=lambda _cast, _case: {"kind": "home"},
        words="lines",
    ),
    Form(
        name="look at an address of the service user",
        address=_of_his("look"),
        data=lambda _cast, _case: {"reason": "contact"},
    ),
    Form(
        name="address of hers",
        who="idva",
        address=_of_her_case("add_contact_detail", lambda _cast, _case: ["address"]),
        data=lambda _cast, _case: _HERS,
        words="lines",
    ),
    Form(
        name="address of hers put right",
        who="idva",
        address=_of_her_case("correct_contact_detail", _a_row),
        data=lambda _cast, _case: _HERS,
        words="lines",
    ),
    Form(
        name="look at an address of hers",
        who="idva",
        address=_of_her_case("look_contact_detail", _a_row),
        data=lambda _cast, _case: {"reason": "safety"},
    ),
    Form(
        name="safe-contact plan",
        who="idva",
        address=_of_her_case("write_contact_plan", lambda _cast, _case: []),
        words="how",
    ),
    Form(
        name="outcome of a clash",
        who="idva",
        address=Address("insights:clash", _clash),
        data=lambda _cast, _case: {"outcome": "reviewed"},
    ),
)
