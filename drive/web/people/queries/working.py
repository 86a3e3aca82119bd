"""Who works with a pair."""

from __future__ import annotations

from collections.abc import Iterable

from drive.web.accounts.models import User
from drive.web.accounts.queries import holders_of
from drive.web.accounts.roles import Role
from drive.web.people.models import Dyad, Holder


def idvas_of(dyads: Iterable[Dyad]) -> list[User]:
    """Return each Idva who works with one of some pairs of a site, by name."""
    pairs = list(dyads)
    sites = {dyad.perpetrator.site for dyad in pairs}
    working = Holder.objects.filter(dyad__in=pairs, ended_at=None).values("user")
    found = {
        user.pk: user
        for site in sites
        for user in holders_of(Role.IDVA, site=site).filter(pk__in=working)
    }
    return sorted(found.values(), key=lambda user: (user.name, user.pk))
