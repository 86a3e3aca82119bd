"""About whom somebody may report, and which reports somebody may read."""

from datetime import date, datetime

from django.db.models import Q, QuerySet

from drive.vocabulary.answers import Answer
from drive.vocabulary.harm import Relatedness
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.allocation.models import Allocation
from drive.web.core.sealing import unseal_field
from drive.web.harm.models import EventAccount, RelatednessJudgement, SeriousEvent
from drive.web.people.models import Dyad, VictimSurvivor
from drive.web.referrals.models import MaracHearing

IN_BOTH_ARMS = (Role.IDVA, Role.MARAC_COORDINATOR, Role.ALLOCATOR)
"""Those who work with people of both arms, and can report of both."""

REPORTERS = (*IN_BOTH_ARMS, Role.CASE_MANAGER, Role.SERVICE_MANAGER)


def reports_as(actor: User) -> Role:
    """Return the role in which somebody reports: of several, one that is in both arms."""
    return next(role for role in REPORTERS if role in actor.roles)


def dyads_to_report_on(actor: User) -> QuerySet[Dyad]:
    """Return the pairs of whom somebody may report: held, heard at the own Marac, or overseen.

    Whoever may not know of arms reaches a pair in the same way in both.
    """
    held = Dyad.objects.visible_to(actor).filter(holders__user=actor, holders__ended_at=None)
    heard = MaracHearing.objects.visible_to(actor).order_by().values("dyad")
    overseen = Allocation.objects.visible_to(actor).order_by().values("perpetrator")
    kept_out = actor.exclusions.filter(lifted_at=None).values("person_id")
    return (
        Dyad.objects.filter(
            Q(pk__in=held.values("pk")) | Q(pk__in=heard) | Q(perpetrator__in=overseen)
        )
        .exclude(perpetrator__person__in=kept_out)
        .exclude(victim_survivor__person__in=kept_out)
        .select_related("perpetrator__person", "perpetrator__site", "victim_survivor__person")
    )


def her_if_known(dyad: Dyad, actor: User) -> str:
    """Return the victim-survivor's name, if the actor may know it; a service manager may not."""
    known = VictimSurvivor.objects.visible_to(actor).filter(pk=dyad.victim_survivor_id)
    return dyad.victim_survivor.person.name if known.exists() else ""


def reports(actor: User) -> QuerySet[SeriousEvent]:
    """Return the reports as they stand that somebody may know of, the newest first."""
    return (
        SeriousEvent.objects.visible_to(actor)
        .filter(superseded_by=None)
        .select_related("dyad__perpetrator__person", "dyad__victim_survivor__person", "notice")
        .order_by("-recorded_at", "pk")
    )


def recorded_since(actor: User, moment: datetime) -> QuerySet[SeriousEvent]:
    """Return the reports that stand and were recorded since a moment."""
    return reports(actor).filter(recorded_at__gte=moment, taken_back=False)


def account_of(event: SeriousEvent, actor: User) -> tuple[EventAccount, str] | None:
    """Return what is told of an event, if the actor may read it."""
    account = EventAccount.objects.visible_to(actor).filter(event=event).first()
    if account is None:
        return None
    return account, unseal_field(account, "sealed_text")


def judgement_of(event: SeriousEvent, actor: User) -> RelatednessJudgement | None:
    """Return how a report was judged last, if the actor may know."""
    found = RelatednessJudgement.objects.visible_to(actor).filter(event=event)
    return found.select_related("recorded_by").first()


def relatedness_of(judgement: RelatednessJudgement | None) -> Relatedness:
    """Return a judgement as a word."""
    return Relatedness(judgement.relatedness) if judgement else Relatedness.NOT_JUDGED


def day_of(answer: Answer) -> date | None:
    """Return the day that an answer gives."""
    return date.fromisoformat(answer.value) if answer.is_known and answer.value else None
