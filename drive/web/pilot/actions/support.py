"""The Idva cases of both arms, and their forms."""

from __future__ import annotations

from drive.simulation.pilot.records import IdvaCaseRecord, InsightsFormRecord
from drive.vocabulary.ratings import Rating
from drive.web.accounts.models import User
from drive.web.insights import actions as insights
from drive.web.insights.models import IdvaCase
from drive.web.people.models import Dyad
from drive.web.pilot.actions.loading import Loading
from drive.web.pilot.rules.keys import key_of
from drive.web.recording.rules import LEGACY, definition

FORM = definition("insights", LEGACY)


def load_idva_case(record: IdvaCaseRecord, *, dyad: Dyad, idva: User, loading: Loading) -> None:
    """Open the support of a victim-survivor, submit its forms, and end it if it ended."""
    case = insights.open_case(
        dyad=dyad,
        idva=idva,
        opened_on=record.opened_on,
        by=loading.by,
        now=loading.now,
        key=key_of(record.key),
    )
    for form in (record.intake, record.exit):
        if form is not None:
            _submit(case, form, loading)
    if record.closed_on is not None:
        insights.close_case(case=case, closed_on=record.closed_on, by=loading.by, now=loading.now)


def _submit(case: IdvaCase, record: InsightsFormRecord, loading: Loading) -> None:
    insights.submit_form(
        case=case,
        stage=record.stage,
        happened_on=record.recorded_on,
        definition=FORM,
        answers=record.answers,
        ratings=[
            Rating(abuse_type=each.abuse_type, used=each.used, severity=each.severity)
            for each in record.ratings
        ],
        by=loading.by,
        now=loading.now,
        key=key_of(record.key),
    )
