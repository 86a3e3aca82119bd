"""Rounds, narratives and seats: where they stand, and for whom."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from drive.vocabulary.adjudication import NarrativeState
from drive.web.accounts.models import User
from drive.web.accounts.queries import holders_anywhere
from drive.web.accounts.roles import Role
from drive.web.adjudication.models import Narrative, Redaction, Round, Seat, Verdict
from drive.web.adjudication.models.narratives import shown_now
from drive.web.adjudication.rules.standing import why_not
from drive.web.people.models import Holder


@dataclass(frozen=True)
class Progress:
    """How far a round has come: narratives by state, and how many each seat has rated."""

    drawn: int
    by_state: dict[NarrativeState, int]
    rated: tuple[int, ...]

    @property
    def is_finished(self) -> bool:
        """Whether each narrative is kept out, or shown and rated by everybody."""
        shown = self.by_state[NarrativeState.CLEARED]
        waits = self.by_state[NarrativeState.REDACTED]
        return shown > 0 and not waits and all(count == shown for count in self.rated)


def progress_of(about: Round) -> Progress:
    """Return how far a round has come."""
    standing = Redaction.objects.filter(narrative__round=about, superseded_by=None)
    states = Counter(standing.order_by().values_list("state", flat=True))
    by_state = {state: states[state] for state in NarrativeState}
    shown = shown_now().filter(narrative__round=about).values("narrative")
    rated = tuple(seat.verdicts.filter(narrative__in=shown).count() for seat in about.seats.all())
    return Progress(sum(states.values()), by_state, rated)


def standing_redaction(narrative: Narrative) -> Redaction:
    """Return the text of a narrative as it stands."""
    rows = Redaction.objects.select_related("recorded_by")
    return rows.get(narrative=narrative, superseded_by=None)


def why_no_adjudicator(user: User) -> str:
    """Return why somebody may not rate narratives; empty if nothing stands against it."""
    before = {Role(role) for role in user.role_holdings.values_list("role", flat=True)}
    held = Holder.objects.filter(user=user).exists()
    return why_not(user.roles, roles_before=before, held=held)


def possible_adjudicators() -> list[User]:
    """Return who may rate narratives, by name."""
    return [user for user in holders_anywhere(Role.CODER) if not why_no_adjudicator(user)]


def seat_of(narrative: Narrative, user: User) -> Seat | None:
    """Return the seat in which somebody rates a narrative, while it stands and nothing is against.

    Asked anew each time: somebody may come to work with cases after a round has begun.
    """
    seat = Seat.objects.filter(round=narrative.round_id, user=user, ended_at=None).first()
    return None if seat is None or why_no_adjudicator(user) else seat


def narratives_to_rate(user: User) -> QuerySet[Narrative]:
    """Return the narratives that somebody may rate, with whether that is done, in their order."""
    found = _in_reach(user).annotate(is_rated=Exists(_rated_by(user)))
    return found.order_by("round__recorded_at", "round", "place")


def left_to_rate(user: User) -> int:
    """Return how many narratives somebody has still to rate."""
    return _in_reach(user).filter(~Exists(_rated_by(user))).count()


def _in_reach(user: User) -> QuerySet[Narrative]:
    found = Narrative.objects.visible_to(user)
    return found.none() if why_no_adjudicator(user) else found


def _rated_by(user: User) -> QuerySet[Verdict]:
    return Verdict.objects.filter(narrative=OuterRef("pk"), seat__user=user)


def narratives_to_look_over(user: User) -> QuerySet[Narrative]:
    """Return the narratives of an Idva's own cases that wait for her eye."""
    waits = Redaction.objects.filter(state=NarrativeState.REDACTED, superseded_by=None)
    found = Narrative.objects.visible_to(user).filter(pk__in=waits.values("narrative"))
    return found.select_related("insights_form__idva_case").order_by("recorded_at", "pk")
