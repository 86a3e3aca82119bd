"""Recording a leak, and the review of her safety that follows it at once."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from drive.vocabulary.outbound import LeakRoute, ReachedHim
from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.core.dates import LONDON, in_words
from drive.web.core.sealing import seal_field
from drive.web.information.models import Fact
from drive.web.outbound.actions.asking import (
    Question,
    ask_by_name,
    ask_service_manager,
    settle_for_all,
)
from drive.web.outbound.exceptions import NotReady
from drive.web.outbound.models import AskedIdva, LeakageIncident, Outgoing, SafetyReview
from drive.web.outbound.queries.case import Case
from drive.web.outbound.queries.leaks import idvas_to_review
from drive.web.people.models import Dyad


@dataclass(frozen=True, kw_only=True)
class Leaked:
    """What somebody says of a leak; `what` says what kind of thing it was, not the thing itself."""

    dyad: Dyad
    what: str
    route: LeakRoute
    reached_him: ReachedHim
    happened_on: date
    outgoing: Outgoing | None = None
    fact: Fact | None = None


@transaction.atomic
def record_leak(*, case: Case, leaked: Leaked, by: User, now: datetime) -> LeakageIncident:
    """Record a leak; her Idva is asked the same day to review her safety, whoever it reached."""
    today = now.astimezone(LONDON).date()
    if not leaked.what.strip():
        raise NotReady("Write what leaked", field="what")
    if leaked.happened_on > today:
        raise NotReady(f"{in_words(leaked.happened_on)} is in the future.", field="happened_on")
    row = LeakageIncident(
        about=case.key,
        reference=case.reference,
        side=case.side,
        dyad=leaked.dyad,
        outgoing=leaked.outgoing,
        fact=leaked.fact,
        route=leaked.route,
        reached_him=leaked.reached_him,
        happened_on=leaked.happened_on,
        recorded_at=now,
        recorded_by=by,
    )
    seal_field(row, "sealed_what", leaked.what.strip())
    row.save(force_insert=True)
    _ask_to_review(row, case, by=by, now=now)
    record_change("outbound.record_leak", row, case.key, by=by, now=now)
    return row


def _ask_to_review(incident: LeakageIncident, case: Case, *, by: User, now: datetime) -> None:
    """Ask her Idva; where nobody works with her, other Idvas, who reach the leak from then on.

    A service manager could neither write a review nor read one. One is asked only where there is
    no Idva at all, so that no leak is told to nobody.
    """
    question = Question(
        kind=TaskKind.REVIEW_SAFETY,
        thing=incident.pk,
        about=case.key,
        reference=case.reference,
        site=case.site,
        pairs=[incident.dyad],
        due_on=now.astimezone(LONDON).date(),
    )
    idvas, work_with_her = idvas_to_review(incident.dyad)
    if not work_with_her:
        AskedIdva.objects.bulk_create(
            AskedIdva(incident=incident, user=user, recorded_at=now, recorded_by=by)
            for user in idvas
        )
    ask_by_name(question, idvas, by=by, now=now)
    if not idvas:
        ask_service_manager(question, by=by, now=now)


@transaction.atomic
def review_safety(*, incident: LeakageIncident, text: str, by: User, now: datetime) -> SafetyReview:
    """Keep what the Idva did about her safety; that settles what anybody was asked about it."""
    if not text.strip():
        raise NotReady("Write what was done", field="text")
    row = SafetyReview(incident=incident, recorded_at=now, recorded_by=by)
    seal_field(row, "sealed_text", text.strip())
    row.save(force_insert=True)
    settle_for_all(incident.pk, [TaskKind.REVIEW_SAFETY], by=by, now=now)
    others = incident.asked.filter(ended_at=None).exclude(user=by)
    others.update(ended_at=now, ended_by=by)
    record_change("outbound.review_safety", incident, row, by=by, now=now)
    return row
