"""What waits for an administrator: people who can sign in and may do nothing."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext

from drive.web.accounts.models import RoleHolding, User
from drive.web.home.presenters.panel import MOST, Panel


def administration(actor: User, _today: date) -> list[Panel]:
    """Return the users who hold no role."""
    current = RoleHolding.objects.filter(user=OuterRef("pk"), ended_at=None)
    users = User.objects.visible_to(actor).filter(~Exists(current), is_active=True)
    shown = list(users[:MOST])
    return [
        Panel(
            heading=gettext("Users without a role"),
            entries=[
                {"text": user.name, "href": reverse("accounts:user", args=[user.pk])}
                for user in shown
            ],
            empty=gettext("Everybody who can sign in holds a role."),
            seen=shown,
        )
    ]
