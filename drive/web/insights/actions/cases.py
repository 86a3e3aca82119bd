"""Opening, handing over and closing Idva cases."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from drive.vocabulary.support import HerEngagement
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.audit.actions import record_change
from drive.web.information import actions as information
from drive.web.insights.exceptions import CaseOpenAlready, FormOutOfOrder, NotAnIdva
from drive.web.insights.models import Engagement, IdvaAssignment, IdvaCase
from drive.web.organisations.models import Site
from drive.web.people.actions import hold, let_go, tell_of_clashes
from drive.web.people.models import Dyad
from drive.web.vault import actions as vault


@transaction.atomic
def open_case(
    *,
    dyad: Dyad,
    idva: User,
    opened_on: date,
    by: User,
    now: datetime,
    key: UUID | None = None,
    reconstructed: bool = False,
) -> IdvaCase:
    """Open the support of a victim-survivor and name her Idva. It is the same in both arms."""
    if IdvaCase.objects.filter(dyad=dyad, closed_on=None).exists():
        raise CaseOpenAlready("This victim-survivor has an open IDVA case already.")
    site = dyad.perpetrator.site
    case = IdvaCase(
        dyad=dyad,
        site=site,
        reference=_next_reference(site),
        opened_on=opened_on,
        reconstructed=reconstructed,
        recorded_at=now,
        recorded_by=by,
    )
    if key is not None:
        case.id = key
    case.save(force_insert=True)
    _give_to(case, idva, by=by, now=now)
    record_change("insights.open_case", case, by=by, now=now)
    return case


def _next_reference(site: Site) -> str:
    # The site's row is locked, so that two cases opened at once get two numbers.
    Site.objects.select_for_update().get(pk=site.pk)
    prefix = "I" + "".join(word[0] for word in site.code.split("_")).upper().ljust(2, "X")
    opened = IdvaCase.objects.filter(site=site).order_by("-reference")
    last = opened.values_list("reference", flat=True).first()
    number = int(last.rpartition("-")[2]) + 1 if last else 1
    return f"{prefix}-{number:04d}"


def _give_to(case: IdvaCase, idva: User, *, by: User, now: datetime) -> None:
    if Role.IDVA not in idva.roles:
        raise NotAnIdva(f"{idva.name} is not an IDVA here.", field="idva")
    IdvaAssignment.objects.create(idva_case=case, user=idva, recorded_at=now, recorded_by=by)
    hold(dyad=case.dyad, user=idva, on_behalf_of=case.id, by=by, now=now)
    her = case.dyad.victim_survivor.person_id
    vault.keep_for(subject_id=her, user=idva, on_behalf_of=case.id, by=by, now=now)
    tell_of_clashes(dyads=[case.dyad], reference=case.reference, now=now)
    information.hold(
        about=case.id,
        perpetrator=case.dyad.perpetrator,
        dyad=case.dyad,
        site=case.site,
        reference=case.reference,
        user=idva,
        by=by,
        now=now,
    )


@transaction.atomic
def hand_over(*, case: IdvaCase, to: User, by: User, now: datetime) -> IdvaCase:
    """Give a case to another Idva; from then on the first no longer sees it."""
    if pass_on(case, to, by=by, now=now):
        record_change("insights.hand_over", case, by=by, now=now)
    return case


def pass_on(case: IdvaCase, to: User, *, by: User, now: datetime) -> bool:
    """Let another Idva hold a case; False if she holds it already.

    Part of the caller's transaction and event.
    """
    current = IdvaAssignment.objects.select_for_update().get(idva_case=case, ended_at=None)
    if current.user_id == to.pk:
        return False
    current.ended_at, current.ended_by = now, by
    current.save(update_fields=["ended_at", "ended_by"])
    let_go(on_behalf_of=case.id, user=current.user, by=by, now=now)
    vault.let_go(on_behalf_of=case.id, user=current.user, by=by, now=now)
    information.let_go(about=case.id, user=current.user, by=by, now=now)
    _give_to(case, to, by=by, now=now)
    return True


@transaction.atomic
def close_case(*, case: IdvaCase, closed_on: date, by: User, now: datetime) -> IdvaCase:
    """End the support. It is never overwritten."""
    if case.closed_on is not None:
        raise FormOutOfOrder("This case is closed already.")
    if closed_on < case.opened_on:
        raise FormOutOfOrder("The day is before support began.", field="closed_on")
    case.closed_on, case.closed_at, case.closed_by = closed_on, now, by
    case.save(update_fields=["closed_on", "closed_at", "closed_by"])
    _end_engagement(case, by=by, now=now)
    record_change("insights.close", case, by=by, now=now)
    return case


def _end_engagement(case: IdvaCase, *, by: User, now: datetime) -> None:
    """Where it was said how support stands, say that it has ended."""
    stands = Engagement.objects.filter(idva_case=case, superseded_by=None).first()
    if stands is None or stands.state == HerEngagement.ENDED or case.closed_on is None:
        return
    Engagement.objects.create(
        idva_case=case,
        state=HerEngagement.ENDED,
        since=max(case.closed_on, stands.since),
        supersedes=stands,
        recorded_at=now,
        recorded_by=by,
    )
