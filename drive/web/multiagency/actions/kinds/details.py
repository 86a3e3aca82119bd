"""What a kind of request asks and answers beyond the rest, and the acts that follow from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from drive.vocabulary.registers import AdvocacyResult, BreachDecision, ChildDecision, ChildStatus
from drive.vocabulary.requests import Discloser, DvdsRoute, InitiatedBy, MaracTrigger
from drive.web.accounts.models import User
from drive.web.casework.models import CaseNote
from drive.web.multiagency.models import Request, RequestStep
from drive.web.referrals.models import MaracHearing


@dataclass(frozen=True, kw_only=True)
class NewDvds:
    """An application under Clare's Law: by which right, and on which day it was made."""

    route: DvdsRoute
    applied_on: date


@dataclass(frozen=True, kw_only=True)
class NewMarac:
    """A referral to the Marac again: of which hearing, who began it, and what happened when."""

    original: MaracHearing
    initiated_by: InitiatedBy
    trigger: MaracTrigger
    trigger_on: date


@dataclass(frozen=True, kw_only=True)
class Decided:
    """What was decided on a breach, and the reason that was given."""

    decision: BreachDecision
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Argued:
    """What came of institutional advocacy."""

    result: AdvocacyResult


@dataclass(frozen=True, kw_only=True)
class OfAChild:
    """What children's social care answered.

    Parameters
    ----------
    status, since
        What the child is to them now, and from which day on, where they said so.
    left_out : bool
        Whether domestic abuse was left out of the assessment: then one refers again.
    core_group_on : date or None
        When a core group or conference meets to which Drive is asked.
    """

    decision: ChildDecision
    status: ChildStatus | None = None
    since: date | None = None
    left_out: bool = False
    core_group_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Disclosing:
    """What the police said of an application, and how it was disclosed.

    Parameters
    ----------
    wording : str
        In which words it was disclosed.
    confidential : bool
        Whether it was said that this is confidential.
    """

    panel_on: date | None = None
    disclosed_by: Discloser | None = None
    confidential: bool = False
    wording: str = ""
    support: str = ""


@dataclass(frozen=True, kw_only=True)
class HeardAgain:
    """The hearing that came, where it is on record."""

    hearing: MaracHearing | None = None


NewDetail = NewDvds | NewMarac
AnswerDetail = Decided | Argued | OfAChild | Disclosing | HeardAgain


@dataclass(frozen=True, kw_only=True)
class Happening:
    """A step of a request that was taken, and the note that counts it."""

    request: Request
    step: RequestStep
    note: CaseNote
    by: User
    now: datetime
    is_closed: bool = False


def _nothing(*_given: Any, **_more: Any) -> None:
    return None


def _no_words(_reply: Any) -> str:
    return ""


@dataclass(frozen=True, kw_only=True)
class Follows:
    """What a kind of request refuses, and what follows from its steps.

    Parameters
    ----------
    check_new : callable
        Refuses, given the case, what is asked and the day, what cannot be asked so.
    check_reply : callable
        Refuses, given the request, the reply and the day, what cannot have been answered.
    said : callable
        What an answer says in codes and words, for the step that keeps it.
    asked, left, answered, ended : callable
        What follows once it was written, has left, was answered, or is not asked for any more.
    """

    check_new: Callable[..., None] = _nothing
    check_reply: Callable[..., None] = _nothing
    said: Callable[[Any], str] = _no_words
    asked: Callable[..., None] = _nothing
    left: Callable[[Happening], None] = _nothing
    answered: Callable[[Happening, Any], None] = _nothing
    ended: Callable[..., None] = _nothing
