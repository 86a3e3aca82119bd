"""That somebody is known at another site, as far as the actor is told."""

from django.db.models import QuerySet

from drive.web.accounts.models import User
from drive.web.people.models import KnownElsewhere


def told(actor: User) -> QuerySet[KnownElsewhere]:
    """Return the notices to the sites at which the actor holds a role, the newest first.

    Somebody may be mentioned at two sites: what the other one is told is not for this one.
    """
    sites = {holding.site_id for holding in actor.holdings if holding.site_id}
    return (
        KnownElsewhere.objects.visible_to(actor)
        .filter(site__in=sites)
        .select_related("site", "other_site", "person", "acknowledged_by")
        .order_by("-recorded_at", "pk")
    )


def unread(actor: User) -> QuerySet[KnownElsewhere]:
    """Return the notices that nobody at the site has read."""
    return told(actor).filter(acknowledged_at=None)
