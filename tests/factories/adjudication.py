"""Rounds made by walking the real actions. All people are synthetic."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from drive.vocabulary.abuse import AbuseType, Severity
from drive.vocabulary.adjudication import NarrativeState
from drive.vocabulary.answers import Answer, ValueStatus, known, unknown
from drive.vocabulary.insights import InsightsStage
from drive.vocabulary.ratings import Rating
from drive.web.accounts.actions import add_user, grant_role, system_user
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.adjudication.actions.narratives import Looked, look_over, rate
from drive.web.adjudication.actions.rounds import draw_sample, make_round
from drive.web.adjudication.models import Narrative, Redaction, Round, Verdict
from drive.web.adjudication.queries.rounds import standing_redaction
from drive.web.insights.models import IdvaCase
from tests.cast import NOW, PASSWORD, Cast
from tests.factories.arms import BothArms, both_arms
from tests.factories.insights import filled, supported

FILLED_ON = date(2017, 6, 28)


def coder(username: str) -> User:
    """Make somebody who rates narratives."""
    by, name = system_user(), username.replace("-", " ").capitalize()
    user = add_user(username=username, name=name, password=PASSWORD, by=by, now=NOW)
    grant_role(user=user, role=Role.CODER, by=by, now=NOW)
    return User.objects.get(pk=user.pk)


def told(case: IdvaCase, cast: Cast, text: str, **given: str) -> None:
    """Log what happened, and fill in the intake a week later."""
    supported(case, cast, text)
    filled(case, InsightsStage.INTAKE, cast, on=FILLED_ON, **given)


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """A round with one narrative of each arm, and who rates it."""

    arms: BothArms
    first: User
    second: User
    round: Round

    def narrative(self, case: IdvaCase) -> Narrative:
        """Return the narrative of a case."""
        return Narrative.objects.get(round=self.round, insights_form__idva_case=case)

    @property
    def narratives(self) -> list[Narrative]:
        """Both narratives: of the Drive case first."""
        return [self.narrative(self.arms.drive), self.narrative(self.arms.control)]


WHAT_HE_DID = "He held her by the throat and broke a rib. He waits at her door each evening."


def drawn(cast: Cast, *texts: str, **given: str) -> Drawn:
    """Let a round be drawn of a pair of each arm; the texts are those of Drive and of control."""
    arms = both_arms(cast)
    said = texts or (WHAT_HE_DID, WHAT_HE_DID)
    for case, text in zip((arms.drive, arms.control), said, strict=True):
        told(case, cast, text, **given)
    first, second = coder("first-coder"), coder("second-coder")
    return Drawn(arms=arms, first=first, second=second, round=made(cast, [first, second], size=2))


def made(cast: Cast, adjudicators: Sequence[User], *, size: int = 2) -> Round:
    """Make a round and draw it."""
    about = make_round(size=size, adjudicators=adjudicators, by=cast.evaluator, now=NOW)
    return draw_sample(about=about, now=NOW)


def looked_over(
    narrative: Narrative,
    by: User,
    state: NarrativeState = NarrativeState.CLEARED,
    passages: Sequence[str] = (),
) -> Redaction:
    """Look a narrative over."""
    return look_over(
        narrative=narrative,
        looked=Looked(state=state, passages=passages),
        seen=standing_redaction(narrative).pk,
        by=by,
        now=NOW,
    )


def verdict_of(
    narrative: Narrative, by: User, severity: Severity | None = Severity.HIGH
) -> Verdict:
    """Rate a narrative: the same level for each type; None where nothing can be told."""
    return rate(narrative=narrative, ratings=ratings(severity), by=by, now=NOW)


def ratings(severity: Severity | None) -> Iterable[Rating]:
    """Return the same rating of each type."""
    level: Answer = known(severity) if severity else unknown(ValueStatus.ASKED_NOT_KNOWN)
    used = known("no" if severity is Severity.NONE else "yes") if severity else level
    return [Rating(abuse_type=kind, used=used, severity=level) for kind in AbuseType]
