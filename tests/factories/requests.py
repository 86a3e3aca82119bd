"""Requests for what is held about her, made by walking the real actions."""

from __future__ import annotations

from datetime import date
from typing import Any

from drive.vocabulary.answers import known
from drive.vocabulary.disclosure import (
    DecidedBy,
    DeliveredBy,
    Exemption,
    HerRequestStage,
    HerViewOnRecords,
    IdentityCheck,
    ItemOutcome,
    LegalBasis,
    RecordsAsker,
)
from drive.web.accounts.models import User
from drive.web.insights.actions import requests as actions
from drive.web.insights.models import (
    HerRequest,
    HerRequestStep,
    IdvaCase,
    RecordsItem,
    RecordsRequest,
    RequestView,
)
from tests.cast import NOW

ASKED_ON = date(2017, 6, 1)
LATER = date(2017, 6, 20)


def her_request(case: IdvaCase, by: User, text: str = "All of it.") -> HerRequest:
    """Let her ask for what is held about her."""
    asking = actions.HerAsking(asked_on=ASKED_ON, identity=IdentityCheck.KNOWN, text=text)
    return actions.note_her_request(case=case, asking=asking, by=by, now=NOW)


def delivered(request: HerRequest, by: User, **said: Any) -> HerRequestStep:
    """Say that she has it, safely."""
    usual: dict[str, Any] = {
        "stage": HerRequestStage.DELIVERED,
        "happened_on": LATER,
        "delivered_by": DeliveredBy.IN_PERSON,
        "plan_read": True,
        "his_taken_out": True,
    }
    step = actions.HerStep(**{**usual, **said})
    return actions.take_her_request_on(request=request, step=step, by=by, now=NOW)


def records_request(case: IdvaCase, by: User, **said: Any) -> RecordsRequest:
    """Let the police ask for her records."""
    usual: dict[str, Any] = {
        "asked_on": ASKED_ON,
        "asker": RecordsAsker.POLICE,
        "basis": LegalBasis.INVESTIGATION,
        "who": "DC Example",
        "what": "All notes.",
        "necessity": "They do not say.",
        "proportionality": "The notes of one month would do.",
    }
    asking = actions.Asking(**{**usual, **said})
    return actions.note_records_request(case=case, asking=asking, by=by, now=NOW)


def her_view(request: RecordsRequest, by: User, **said: Any) -> RequestView:
    """Record that she objects."""
    usual: dict[str, Any] = {"asked_on": LATER, "answer": known(HerViewOnRecords.OBJECTS)}
    seen = said.pop("seen", None)
    view = actions.HerView(**{**usual, **said})
    return actions.record_her_view(request=request, view=view, seen=seen, by=by, now=NOW)


def item_decided(
    request: RecordsRequest, by: User, before: RecordsItem | None = None, **said: Any
) -> RecordsItem:
    """Refuse one thing."""
    usual: dict[str, Any] = {
        "what": "The notes of May.",
        "outcome": ItemOutcome.REFUSED,
        "exemption": Exemption.NOT_NECESSARY,
        "decided_on": LATER,
        "decided_by_whom": DecidedBy.IDVA_MANAGER,
        "reason": "They look into April.",
    }
    item = actions.ItemDecided(**{**usual, **said})
    return actions.decide_item(request=request, item=item, before=before, by=by, now=NOW)
