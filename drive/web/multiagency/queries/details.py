"""What single kinds of request have beyond the rest, as somebody may see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from drive.vocabulary.registers import ChildEventKind
from drive.vocabulary.requests import DvdsDecision, DvdsStanding, RequestState
from drive.web.accounts.models import User
from drive.web.core.sealing import unseal_field
from drive.web.multiagency.actions.kinds.child import referral_of
from drive.web.multiagency.models import (
    DvdsApplication,
    DvdsDisclosure,
    DvdsOutcome,
    MaracReferralAgain,
    Request,
)
from drive.web.multiagency.queries.again import hearing_that_came, is_repeat
from drive.web.multiagency.queries.standing import Opened
from drive.web.multiagency.rules import dvds
from drive.web.referrals.models import MaracHearing
from drive.web.registers.models import ChildEvent, ChildStatusChange

_ENDED = frozenset({RequestState.WITHDRAWN, RequestState.SUBSTITUTED})


@dataclass(frozen=True, kw_only=True)
class Application:
    """An application under Clare's Law as it stands, and the words where somebody reads them.

    Parameters
    ----------
    outcomes : sequence of DvdsOutcome
        The latest first.
    disclosure : DvdsDisclosure or None
        The words, for whoever may read them.
    """

    row: DvdsApplication
    outcomes: Sequence[DvdsOutcome]
    disclosure: DvdsDisclosure | None
    today: date
    is_ended: bool

    @property
    def latest(self) -> DvdsOutcome | None:
        """What is known last."""
        return self.outcomes[0] if self.outcomes else None

    @property
    def standing(self) -> DvdsStanding:
        """Where it stands today."""
        return self.standing_on(self.today)

    def standing_on(self, day: date) -> DvdsStanding:
        """Return where it stands on a day."""
        known = [
            dvds.Outcome(decision=DvdsDecision(each.decision), disclosed_on=each.disclosed_on)
            for each in reversed(self.outcomes)
        ]
        return dvds.standing(self.row.applied_on, known, day, ended=self.is_ended)

    @cached_property
    def wording(self) -> str | None:
        """In which words it was disclosed; None for whoever does not read them."""
        return unseal_field(self.disclosure, "sealed_wording") if self.disclosure else None

    @cached_property
    def support(self) -> str:
        """What support was offered."""
        return unseal_field(self.disclosure, "sealed_support") if self.disclosure else ""


def application_of(found: Opened, actor: User, today: date) -> Application:
    """Return the application that a request is, as somebody may see it."""
    request = found.request
    row = DvdsApplication.objects.visible_to(actor).get(request=request)
    outcomes = DvdsOutcome.objects.visible_to(actor).filter(application=row)
    told = DvdsDisclosure.objects.visible_to(actor).filter(outcome__application=row)
    return Application(
        row=row,
        outcomes=sorted(outcomes, key=_last, reverse=True),
        disclosure=told.order_by("-recorded_at").first(),
        today=today,
        is_ended=found.state in _ENDED,
    )


def _last(outcome: DvdsOutcome) -> tuple[datetime, bool]:
    """Return by what the last outcome is told: of two at one moment, the disclosure."""
    return outcome.recorded_at, outcome.disclosed_on is not None


@dataclass(frozen=True, kw_only=True)
class Rehearing:
    """A referral to a Marac again, whether it is a repeat, and the hearing that came of it."""

    row: MaracReferralAgain
    is_repeat: bool
    came: MaracHearing | None


def rehearing_of(request: Request, actor: User) -> Rehearing:
    """Return what a referral to a Marac again says, as somebody may see it."""
    rows = MaracReferralAgain.objects.visible_to(actor).select_related(
        "original__meeting__marac",
        "original__dyad__perpetrator",
        "original__dyad__victim_survivor",
        "heard_again__meeting__marac",
    )
    row = rows.get(request=request)
    return Rehearing(row=row, is_repeat=is_repeat(row), came=hearing_that_came(row))


@dataclass(frozen=True, kw_only=True)
class ChildSoFar:
    """What came of the referral of a child."""

    referral: ChildEvent | None
    status: ChildStatusChange | None
    left_out_on: date | None


def child_so_far(request: Request, actor: User) -> ChildSoFar:
    """Return what the registers say of a child that was referred."""
    about: dict[str, Any] = {
        "drive_case": request.drive_case_id,
        "child__origin": request.entry,
        "superseded_by": None,
        "taken_back": False,
    }
    left_out = ChildEvent.objects.visible_to(actor).filter(
        kind=ChildEventKind.ABUSE_LEFT_OUT, note__linked_id=request.pk, **about
    )
    statuses = ChildStatusChange.objects.visible_to(actor).filter(**about)
    return ChildSoFar(
        referral=referral_of(request),
        status=statuses.order_by("-happened_on", "-recorded_at").first(),
        left_out_on=left_out.values_list("happened_on", flat=True).first(),
    )
