"""What waits for an administrator: people who can sign in and may do nothing."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext

from drive.web.accounts.models import User
from drive.web.home.presenters.panel import MOST, Panel


def administration(actor: User, _today: date) -> list[Panel]:
    """Return the users who hold no role."""
    users = (
        User.objects.visible_to(actor)
        .filter(is_active=True)
        .exclude(role_holdings__ended_at=None, role_holdings__isnull=False)
    )
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
