"""Rated again: a round whose result is released, and one in which a narrative waits."""

from __future__ import annotations

from dataclasses import dataclass

from drive.vocabulary.abuse import Severity
from drive.web.accounts.models import User
from drive.web.adjudication.actions.results import release_result
from drive.web.adjudication.models import Narrative, Round
from drive.web.insights.models import IdvaCase
from tests.cast import NOW, Cast
from tests.factories.adjudication import coder, looked_over, made, verdict_of


@dataclass(frozen=True, kw_only=True)
class Judged:
    """The round that is open, and its narrative of the one case that control has."""

    round: Round
    narrative: Narrative


def coders() -> dict[str, User]:
    """Make the two who rate."""
    return {"coder": coder("a-coder"), "second_coder": coder("second-coder")}


def judged(cast: Cast, users: dict[str, User], control: IdvaCase) -> Judged:
    """Let one round come to its end; of the next, only control's narrative is looked over."""
    rating, idva = [users["coder"], users["second_coder"]], users["idva"]
    ended = made(cast, rating)
    for narrative in ended.narratives.all():
        looked_over(narrative, idva)
        for user in rating:
            verdict_of(narrative, user, Severity.MODERATE)
    release_result(about=ended, by=users["evaluator"], now=NOW)
    opened = made(cast, rating)
    narrative = opened.narratives.get(insights_form__idva_case=control)
    looked_over(narrative, idva)
    return Judged(round=opened, narrative=narrative)
