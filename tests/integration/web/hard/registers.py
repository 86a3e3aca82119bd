"""The forms of every register, and those that put an entry right, end it or take it back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from drive.web.casework.models import DriveCase
from drive.web.registers.registry.every import REGISTERS
from drive.web.tasks.models import Task
from tests.cast import Cast
from tests.factories.registers import TYPED, entry_in, typed
from tests.integration.web.hard.forms import Address, Data, Form, date_of, of, to

_ENDS = date_of("ends_on", "30 9 2017")


def _who(slug: str) -> str:
    review = REGISTERS[slug].permission == "registers.review"
    return "service_manager" if review else "case_manager"


def _needed(slug: str) -> Callable[[Cast, DriveCase], None]:
    def prepare(cast: Cast, case: DriveCase) -> None:
        typed(REGISTERS[slug], case, getattr(cast, _who(slug)))

    return prepare


def _filled(slug: str) -> Callable[[Cast, DriveCase], Data]:
    def data(cast: Cast, case: DriveCase) -> Data:
        filled = typed(REGISTERS[slug], case, getattr(cast, _who(slug)))
        return {name: value for name, value in filled.items() if name != "key"}

    return data


def _of_an_entry(way: str, slug: str) -> Address:
    def about(cast: Cast, case: DriveCase) -> list[Any]:
        return [case.pk, slug, entry_in(slug, case, cast.case_manager).pk]

    return Address(f"registers:{way}", about)


def _task(cast: Cast, case: DriveCase) -> Task:
    entry_in("levers", case, cast.case_manager, **_ENDS)
    return Task.objects.get()


REGISTERED = (
    *(
        Form(
            name=f"register of {slug}",
            who=_who(slug),
            address=to("registers:add", slug),
            data=_filled(slug),
            prepare=_needed(slug),
            words="text",
        )
        for slug in TYPED
    ),
    Form(
        name="entry put right",
        address=_of_an_entry("correct", "sessions"),
        data=_filled("sessions"),
        words="text",
    ),
    Form(
        name="end of custody",
        address=_of_an_entry("end", "custody"),
        data=lambda _cast, _case: date_of("ends_on", "25 6 2017"),
        words="ending",
    ),
    Form(name="entry taken back", address=_of_an_entry("take_back", "levers"), words="reason"),
    Form(
        name="task done by hand",
        address=of("registers:settle", _task),
        data=lambda _cast, _case: {"answer": "done"},
    ),
)
