"""Telling that something is kept of both people of a pair: who, and of which pair, never what."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID

from django.utils import timezone

from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.actions import system_user
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.people.models import Dyad, Holder
from drive.web.people.queries import groups_of, idvas_of
from drive.web.tasks.actions import open_task, settle_all
from drive.web.tasks.models import Task
from drive.web.vault.queries import Clash, clashes

DUE_IN = timedelta(days=1)


def tell_of_clashes(*, dyads: Iterable[Dyad], reference: str, now: datetime) -> None:
    """Ask whether an address, number or email address is kept of both, and open the tasks.

    They go to each Idva who works with the pair and to the service manager of the site, once for
    the same rows. Where nothing clashes any more, what is open is settled. Part of the caller's
    transaction and event. The system opens them: whoever typed the address, such as his case
    manager, must not find the task among those that others have to do.
    """
    by = system_user()
    for dyad in dyads:
        her, him = dyad.victim_survivor.person_id, dyad.perpetrator.person_id
        groups = groups_of([her, him])
        found = clashes(groups[her], groups[him])
        if found:
            _tell(dyad, _mark(found), (her, him), reference=reference, by=by, now=now)
        else:
            settle_all(
                kind=TaskKind.ADDRESS_CLASH,
                about=dyad.pk,
                outcome="Nothing is kept of both any more",
                by=by,
                now=now,
            )


def held(dyads: Iterable[Dyad]) -> list[Dyad]:
    """Return the pairs with whom an Idva works: before that, nobody could be told."""
    idvas = Holder.objects.filter(ended_at=None, user__role_holdings__role=Role.IDVA)
    wanted = Dyad.objects.filter(pk__in=[dyad.pk for dyad in dyads], holders__in=idvas)
    return list(wanted.select_related("victim_survivor", "perpetrator__site").distinct())


def _mark(found: list[Clash]) -> str:
    """Return a mark of the rows that clash, so that the same ones are told of once."""
    return sha256("|".join(f"{each.kind}{each.row}" for each in found).encode()).hexdigest()[:16]


def _tell(
    dyad: Dyad, mark: str, people: Iterable[UUID], *, reference: str, by: User, now: datetime
) -> None:
    told = _told(dyad)
    stale = Task.objects.filter(kind=TaskKind.ADDRESS_CLASH, about=dyad.pk, role=Role.IDVA)
    stale.filter(settled_at=None).exclude(user__in=[user for _, user in told if user]).update(
        settled_at=now, settled_by=by, outcome="Somebody else works with her now"
    )
    for role, user in told:
        key = f"{mark}-{user.pk.hex}" if user else mark
        same = Task.objects.filter(kind=TaskKind.ADDRESS_CLASH, about=dyad.pk, role=role, key=key)
        if same.exists():
            continue
        open_task(
            kind=TaskKind.ADDRESS_CLASH,
            about=dyad.pk,
            reference=reference,
            site=dyad.perpetrator.site,
            role=role,
            user=user,
            subjects=people,
            due_on=timezone.localtime(now).date() + DUE_IN,
            key=key,
            by=by,
            now=now,
        )


def _told(dyad: Dyad) -> list[tuple[Role, User | None]]:
    return [(Role.SERVICE_MANAGER, None), *((Role.IDVA, idva) for idva in idvas_of([dyad]))]
