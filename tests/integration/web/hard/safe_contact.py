"""The forms of contacting safely, of the clock and of what comes in late."""

from __future__ import annotations

from typing import Any

from drive.vocabulary.answers import InformationSource
from drive.vocabulary.clock import ChangeKind, ExtensionGround
from drive.vocabulary.strategy import Consultee
from drive.web.casework import actions
from drive.web.casework.models import DriveCase, WhoseRisk
from tests.cast import NOW, Cast
from tests.factories.closing import closed
from tests.factories.strategies import (
    agreed,
    consulted,
    drafted,
    held,
    proposed_hold,
    replied,
)
from tests.integration.web.hard.forms import Address, Form, date_of, of, to

_REVIEW = date_of("review_on", "1 8 2017")

_STRATEGY = {
    "template": "ordinary",
    "route": "probation_appointment",
    "place": "probation_office",
    "message": "That Drive works with him.",
    "attribution": "The police record.",
    "risks": "He may blame her.",
    "safety_measures": "The IDVA is told.",
    "stop_conditions": "He asks who said so.",
    **_REVIEW,
}

_MATRIX = {
    "offender_manager": "asked",
    "offender_manager_who": "Mr Offord",
    "childrens_services": "not_applicable",
    "officer_in_charge": "not_applicable",
    "officer_in_charge_why": "There is none.",
    **date_of("asked_on", "30 6 2017"),
}


def _asked(cast: Cast, case: DriveCase) -> list[Any]:
    version = consulted(cast, case)
    asked = version.consultations.get(consultee=Consultee.OFFENDER_MANAGER)
    return [case.pk, version.pk, asked.pk]


def _to_decide(cast: Cast, case: DriveCase) -> Any:
    version = consulted(cast, case)
    replied(cast, version)
    return version


def _shared(cast: Cast, case: DriveCase) -> list[Any]:
    version = agreed(cast, case)
    share = actions.share_with_marac(
        strategy=version, marac=cast.essex_marac, by=cast.case_manager, now=NOW
    )
    return [case.pk, version.pk, share.pk]


def _proposed(cast: Cast, case: DriveCase) -> Any:
    return actions.propose_change(
        case=case,
        change=actions.NewChange(
            kind=ChangeKind.EXTENSION,
            ground=ExtensionGround.IMMINENT_SAFETY,
            months=1,
            reason="He is released soon.",
            whose_risk=[WhoseRisk.CHILDREN],
        ),
        by=cast.case_manager,
        now=NOW,
    )


def _late(cast: Cast, case: DriveCase) -> Any:
    told = actions.Late(
        learned_on=NOW.date(), informant=InformationSource.POLICE, text="He is back."
    )
    return actions.receive_late(case=closed(cast, case), late=told, by=cast.case_manager, now=NOW)


_REPLY = {"view": "supports", **date_of("replied_on", "30 6 2017")}

SAFE_CONTACT = (
    Form(
        name="contact strategy",
        address=to("casework:write_strategy"),
        data=lambda _cast, _case: _STRATEGY,
        words="message",
    ),
    Form(
        name="who is consulted",
        address=of("casework:consult", drafted),
        data=lambda _cast, _case: _MATRIX,
        words="childrens_services_why",
    ),
    Form(
        name="reply of an agency",
        address=Address("casework:record_reply", _asked),
        data=lambda _cast, _case: _REPLY,
        words="text",
    ),
    Form(
        name="reply of the Idva lead",
        who="idva",
        address=of("casework:reply", consulted),
        data=lambda _cast, _case: _REPLY,
        words="text",
    ),
    Form(
        name="the victim-survivor's voice",
        who="idva",
        address=of("casework:voice", drafted),
        data=lambda _cast, _case: {"informed": "not_safe_to_tell"},
        words="view-value",
    ),
    Form(
        name="agreeing to a strategy",
        who="service_manager",
        address=of("casework:decide_strategy", _to_decide),
        data=lambda _cast, _case: {"agreed": "no"},
        words="reason",
    ),
    Form(
        name="something has changed",
        address=to("casework:expire_strategy"),
        data=lambda _cast, _case: {"trigger": "release"},
        prepare=agreed,
    ),
    Form(
        name="sharing with the Marac",
        address=of("casework:share_strategy", agreed),
        data=lambda cast, _case: {"marac": str(cast.essex_marac.pk)},
    ),
    Form(
        name="what the Marac said",
        address=Address("casework:record_feedback", _shared),
        data=lambda _cast, _case: date_of("received_on", "30 6 2017"),
        words="text",
    ),
    Form(
        name="planning a contact",
        address=to("casework:plan_contact"),
        data=lambda _cast, _case: {
            "contact_type": "telephone",
            "place": "home",
            **date_of("planned_on", "3 7 2017"),
        },
        words="override_reason",
    ),
    Form(
        name="proposing a hold",
        address=to("casework:propose_hold"),
        data=lambda _cast, _case: {
            "proceedings": "Assault",
            "stage": "charged",
            "evidence": "Listed.",
            "court_risk": "It may be used.",
            "whose_risk": "victim_survivor",
        },
        words="reason",
    ),
    Form(
        name="deciding on a hold",
        who="service_manager",
        address=of("casework:decide_hold", proposed_hold),
        data=lambda _cast, _case: {"state": "in_force", **_REVIEW},
        words="reason",
    ),
    Form(
        name="reviewing a hold",
        who="service_manager",
        address=of("casework:decide_hold", held),
        data=lambda _cast, _case: {"state": "lifted"},
        words="reason",
    ),
    Form(
        name="proposing a change",
        address=to("casework:propose_change"),
        data=lambda _cast, _case: {"kind": "early_closure", "whose_risk": "staff"},
        words="reason",
    ),
    Form(
        name="deciding on a change",
        who="service_manager",
        address=of("casework:decide_change", _proposed),
        data=lambda _cast, _case: {"approved": "yes"},
        words="reason",
    ),
    Form(
        name="what an agency left to Drive",
        address=to("casework:record_off_loading"),
        data=lambda _cast, _case: {
            "agency": "probation_crc",
            **date_of("happened_on", "30 6 2017"),
        },
        words="what",
    ),
    Form(
        name="late information",
        address=to("casework:receive_late"),
        data=lambda _cast, _case: {
            "informant": "idva",
            **date_of("learned_on", "30 6 2017"),
        },
        prepare=closed,
        words="text",
    ),
    Form(
        name="deciding on late information",
        who="service_manager",
        address=of("casework:decide_late", _late),
        data=lambda _cast, _case: {"outcome": "reopened"},
        words="reason",
    ),
)
