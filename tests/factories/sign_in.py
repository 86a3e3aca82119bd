"""Browsers of people who signed in."""

from datetime import timedelta

from allauth.account.internal.userkit import user_id_to_str
from django.test import Client
from django.utils import timezone

from drive.web.accounts.models import User


def signed_in(client: Client, user: User, *, freshly: bool = False) -> Client:
    """Sign somebody in, where asked with the fresh check that some pages want."""
    client.force_login(user)
    if freshly:
        # The check would hold for five minutes of real time; a busy machine may take longer.
        at = (timezone.now() + timedelta(days=1)).timestamp()
        session = client.session
        session["account_authentication_methods_user"] = user_id_to_str(user)
        session["account_authentication_methods"] = [
            {"method": "password", "at": at, "reauthenticated": True}
        ]
        session.save()
    return client
