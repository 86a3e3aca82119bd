"""The Idva's forms: those of the series and the follow-up, the quick log, the plan, moving."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from drive.vocabulary.insights import InsightsStage
from drive.web.casework.models import DriveCase
from drive.web.insights.models import IdvaCase, InsightsForm, SupportNote
from drive.web.people.models import Dyad
from tests.cast import Cast
from tests.factories.insights import OPENED_ON, filled, idva_case, supported, typed_form
from tests.integration.web.hard.forms import Address, Data, Form, date_of


def support_of(cast: Cast, case: DriveCase) -> IdvaCase:
    """Return the Idva case beside a Drive case; it is opened where there is none."""
    dyad = Dyad.objects.get(perpetrator=case.perpetrator_id)
    return IdvaCase.objects.filter(dyad=dyad).first() or idva_case(cast, dyad=dyad)


def _on(view: str, *more: Any) -> Address:
    return Address(view, lambda cast, case: [support_of(cast, case).pk, *more])


def _note(cast: Cast, case: DriveCase) -> list[Any]:
    support = support_of(cast, case)
    note = SupportNote.objects.filter(idva_case=support).first() or supported(support, cast)
    return [support.pk, note.pk]


def _intake(cast: Cast, case: DriveCase) -> list[Any]:
    support = support_of(cast, case)
    form = InsightsForm.objects.filter(idva_case=support).first()
    return [(form or filled(support, InsightsStage.INTAKE, cast)).pk]


def _followed_up(_cast: Cast, case: DriveCase) -> None:
    """Let the follow-up have begun three months ago."""
    Dyad.objects.filter(perpetrator=case.perpetrator_id).update(follow_up_from=date(2017, 3, 30))


def _typed(stage: InsightsStage, on: date = OPENED_ON) -> Callable[[Cast, DriveCase], Data]:
    sent = typed_form(stage, on=on)
    data: Data = {name: text for name, text in sent.items() if name != "key"}
    return lambda _cast, _case: data | _agreed(stage)


def _agreed(stage: InsightsStage) -> Data:
    if stage is not InsightsStage.INTAKE:
        return {}
    return {"own_words_consent-value": "yes", "own_words_to_raters-value": "no"}


_LOGGED: Data = {
    "spoke_with": "her",
    "channel": "telephone",
    "reached": "no",
    "given": ["housing"],
    **date_of("happened_on"),
}

SUPPORTED = (
    Form(
        name="Insights intake",
        who="idva",
        address=_on("insights:fill", InsightsStage.INTAKE),
        data=_typed(InsightsStage.INTAKE),
        words="own_words-value",
    ),
    Form(
        name="follow-up at fixed times",
        who="idva",
        address=_on("insights:fill", InsightsStage.MONTH_3),
        data=_typed(InsightsStage.MONTH_3, date(2017, 6, 28)),
        prepare=_followed_up,
    ),
    Form(
        name="Insights form put right",
        who="idva",
        address=Address("insights:correct", _intake),
        data=lambda _cast, _case: {"afraid_now-value": "very"},
    ),
    Form(
        name="support note",
        who="idva",
        address=_on("insights:log"),
        data=lambda _cast, _case: _LOGGED,
        words="text",
    ),
    Form(
        name="addition to a support note",
        who="idva",
        address=Address("insights:add_to_note", _note),
        data=lambda _cast, _case: _LOGGED,
        words="text",
    ),
    Form(
        name="how support stands",
        who="idva",
        address=_on("insights:set_engagement"),
        data=lambda _cast, _case: {
            "state": "trying",
            **date_of("since", "20 6 2017"),
            **date_of("next_try_on", "10 7 2017"),
        },
        words="text",
    ),
    Form(
        name="safety plan",
        who="idva",
        address=_on("insights:write_plan"),
        data=lambda _cast, _case: {
            "made_with_her": "yes",
            **date_of("made_on", "20 6 2017"),
            **date_of("review_on", "10 7 2017"),
        },
        words="text",
    ),
    Form(
        name="she moves",
        who="idva",
        address=_on("insights:transfer"),
        data=lambda cast, _case: {
            "idva": str(cast.idva.pk),
            **date_of("happened_on", "20 6 2017"),
        },
        words="where",
    ),
    Form(
        name="ending the support",
        who="idva",
        address=_on("insights:close"),
        data=lambda _cast, _case: date_of("closed_on", "20 6 2017"),
    ),
)
