"""The forms about facts and what crosses that are tried hard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from drive.vocabulary.facts import Use
from drive.web.casework.models import ContactStrategy, DriveCase
from drive.web.information.actions import cite, release_events
from drive.web.information.models import EventRelease, Fact, Folder, ReleasedItem
from tests.cast import NOW, Cast
from tests.factories.facts import event, fact, her_word, keeper, released
from tests.factories.insights import idva_case
from tests.factories.strategies import consulted, drafted
from tests.integration.web.hard.forms import Address, Data, Form, date_of, to

_SAID: Data = {
    "statement": "He has a van.",
    "topic": "whereabouts",
    "source_kind": "police",
    "agency": "police",
    "route": "direct",
    "without_her": "yes",
    "reliability": "likely",
    "inferable-value": "no",
    "handling": "do_not_share",
    **date_of("learned_on"),
}


def _his(case: DriveCase) -> Folder:
    return Folder.objects.get(about=case.pk)


def _hers(cast: Cast, case: DriveCase) -> Folder:
    """Return the folder at the other side; it is opened where the case has none yet."""
    found = Folder.objects.filter(perpetrator=case.perpetrator, side="idva").first()
    if found is None:
        supported = idva_case(cast, dyad=case.perpetrator.dyads.get())
        found = Folder.objects.get(about=supported.pk)
    return found


def _a_fact(cast: Cast, case: DriveCase) -> Fact:
    return Fact.objects.filter(folder=_his(case)).first() or fact(cast, _his(case))


def _another(cast: Cast, case: DriveCase) -> str:
    return str(fact(cast, _his(case), "He was seen.").pk)


def _item(cast: Cast, case: DriveCase) -> ReleasedItem:
    return released(cast, _his(case), _hers(cast, case), _a_fact(cast, case))


def _event_release(cast: Cast, case: DriveCase) -> EventRelease:
    made = event(_his(case))
    [row] = release_events(
        giver=_his(case),
        receiver=_hers(cast, case),
        events=[made],
        by=keeper(_his(case)),
        now=NOW,
    )
    return row


def _stopped(cast: Cast, case: DriveCase) -> ContactStrategy:
    version = consulted(cast, case)
    told = her_word(cast, _his(case))
    cite(facts=[told], use=Use.CONTACT, kind="strategy", about=version.pk, by=cast.idva, now=NOW)
    return version


def _silence(cast: Cast, case: DriveCase) -> None:
    event(_hers(cast, case), days_ago=2)
    event(_his(case), days_ago=1)


def about(view: str, make: Callable[[Cast, DriveCase], Any]) -> Address:
    """Return the address of a page about something on the case, which is made for it."""
    return Address(view, lambda cast, case: [case.pk, make(cast, case).pk])


KNOWN = (
    Form(
        name="fact",
        address=to("information:add_fact"),
        data=lambda _cast, _case: _SAID,
        words="statement",
    ),
    Form(
        name="correction of a fact",
        address=about("information:correct_fact", _a_fact),
        data=lambda _cast, _case: _SAID,
        words="statement",
    ),
    Form(
        name="withdrawal of a fact",
        address=about("information:withdraw_fact", _a_fact),
        words="reason",
    ),
    Form(
        name="derivation",
        address=about("information:derive", _a_fact),
        prepare=_a_fact,
        data=lambda cast, case: {"derives_from": [_another(cast, case)]},
    ),
    Form(
        name="corroboration",
        address=about("information:corroborate", _a_fact),
        prepare=_a_fact,
        data=lambda cast, case: {
            "corroborated_by": _another(cast, case),
            "independent": "unsure",
        },
        words="why",
    ),
    Form(
        name="her wish",
        address=about("information:wish", _a_fact),
        data=lambda _cast, _case: {
            "asked_by": "Her IDVA",
            "answer-value": "ask_again",
            **date_of("asked_on"),
        },
        words="words",
    ),
    Form(
        name="release of a summary",
        address=to("information:release"),
        data=lambda cast, case: {
            "receiver": str(_hers(cast, case).pk),
            "facts": [str(_a_fact(cast, case).pk)],
            "topic": "whereabouts",
            "purpose": "To plan a safe day.",
            "handling": "not_to_service_user",
        },
        words="text",
    ),
    Form(
        name="withdrawal of a release",
        address=about("information:withdraw_release", _item),
    ),
    Form(
        name="release of events",
        address=to("information:release_events"),
        data=lambda cast, case: {
            "receiver": str(_hers(cast, case).pk),
            "events": [str(event(_his(case)).pk)],
        },
    ),
    Form(
        name="withdrawal of an event",
        address=about("information:withdraw_event", _event_release),
    ),
    Form(
        name="both out of contact",
        who="service_manager",
        address=to("information:quiet"),
        prepare=_silence,
        data=lambda _cast, _case: {"tell_case_manager": "no"},
        words="text",
    ),
    Form(
        name="what a strategy rests on",
        address=about("casework:choose_facts", drafted),
        data=lambda cast, case: {"facts": [str(_a_fact(cast, case).pk)]},
    ),
    Form(
        name="override of the guard",
        who="service_manager",
        address=about("casework:override_guard", _stopped),
        words="reason",
    ),
)
