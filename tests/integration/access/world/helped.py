"""Helped by an Idva: what she logged, how support stands, the safety plan, and where she moved."""

from __future__ import annotations

from drive.vocabulary.answers import YesNo
from drive.vocabulary.casework import Channel
from drive.vocabulary.insights import IdvaIntervention
from drive.vocabulary.support import HerEngagement
from drive.web.accounts.models import User
from drive.web.insights import actions
from drive.web.insights.models import IdvaCase, SupportNote
from tests.cast import NOW
from tests.factories.requests import (
    delivered,
    her_request,
    her_view,
    item_decided,
    records_request,
)
from tests.integration.access.world.numbers import OPENED_ON, REVIEW_ON, TODAY


def helped(users: dict[str, User], case: IdvaCase, number: int) -> SupportNote:
    """Log a piece of work, say how support stands, write a plan, and let her move."""
    held_by = case.assignments.get(ended_at=None).user
    note = actions.NewSupport(
        happened_on=TODAY,
        channel=Channel.TELEPHONE,
        text=f"logged{number}",
        reached=YesNo.NO,
        minutes=10,
        next_try_on=REVIEW_ON,
        given=[IdvaIntervention.HOUSING],
    )
    made = actions.note_support(case=case, note=note, by=held_by, now=NOW)
    actions.set_engagement(
        case=case,
        state=HerEngagement.TRYING,
        since=TODAY,
        next_try_on=REVIEW_ON,
        text=f"remembered{number}",
        seen=None,
        by=held_by,
        now=NOW,
    )
    plan = actions.NewPlan(
        made_on=OPENED_ON, review_on=REVIEW_ON, made_with_her=YesNo.YES, text=f"agreedplan{number}"
    )
    actions.write_plan(case=case, plan=plan, seen=None, by=held_by, now=NOW)
    actions.transfer(
        case=case, happened_on=TODAY, where=f"movedto{number}", to=held_by, by=held_by, now=NOW
    )
    own = her_request(case, held_by, f"asksfor{number}")
    delivered(own, held_by, text=f"handedover{number}")
    asked = records_request(case, held_by, what=f"theyask{number}")
    her_view(asked, held_by, words=f"shethinks{number}")
    item_decided(asked, held_by, reason=f"refusedsince{number}")
    return made
