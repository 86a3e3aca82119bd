"""How sign-in works here: nobody signs up, second factors are sealed, greetings name nobody."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.http import HttpRequest

from drive.web.audit.actions import record
from drive.web.audit.models import EventKind
from drive.web.core import sealing
from drive.web.core.clock import now
from drive.web.core.sealed_texts import Walked

_COMPARTMENT = "sign_in"
_PLACE = "mfa_authenticator|data"
_UNSAID = ("account/messages/logged_in.txt", "account/messages/logged_out.txt")


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are added by an administrator only."""

    def is_open_for_signup(self, _request: HttpRequest) -> bool:
        """Nobody signs up."""
        return False

    def add_message(self, request: HttpRequest, level: int, *args: Any, **kwargs: Any) -> None:
        """Leave out the greeting: it puts a name on a screen in a shared office."""
        template = args[0] if args else kwargs.get("message_template")
        if template not in _UNSAID:
            super().add_message(request, level, *args, **kwargs)

    def login(self, request: HttpRequest, user: Any) -> None:
        """Sign in, and record it."""
        super().login(request, user)
        record(kind=EventKind.SIGN_IN, action="accounts.sign_in", by=user, now=now())

    def authentication_failed(self, _request: HttpRequest, **_credentials: Any) -> None:
        """Record that somebody tried; not the name, which may be a password typed too early."""
        record(kind=EventKind.SIGN_IN, action="accounts.sign_in_failed", by=None, now=now())

    def send_mail(self, *_args: Any, **_kwargs: Any) -> None:
        """Send nothing: only the outbound gate sends."""

    def send_notification_mail(self, *_args: Any, **_kwargs: Any) -> None:
        """Send nothing: only the outbound gate sends."""


class SecondFactorAdapter(DefaultMFAAdapter):
    """Keeps the secrets of authenticators sealed."""

    def encrypt(self, text: str) -> str:
        """Seal a secret before it is kept."""
        return sealing.seal(text.encode(), compartment=_COMPARTMENT, bound_to=_PLACE)

    def decrypt(self, encrypted_text: str) -> str:
        """Open a kept secret."""
        return sealing.unseal(encrypted_text, compartment=_COMPARTMENT, bound_to=_PLACE).decode()


class SecondFactorTexts:
    """The sealed secrets of authenticators, whose table is not ours, as keys are changed."""

    compartment = _COMPARTMENT

    def naming(self, key: str) -> int:
        """Return how many authenticators hold a secret that was sealed with a key."""
        begins = sealing.names_key(key)
        return sum(
            any(text.startswith(begins) for text in _sealed_in(data))
            for data in Authenticator.objects.values_list("data", flat=True)
        )

    def seal_anew(self, key: str) -> Walked:
        """Seal each secret again, one authenticator at a time, if it did not change meanwhile."""
        done, closed, adapter = 0, 0, SecondFactorAdapter()
        for primary_key, data in Authenticator.objects.values_list("pk", "data"):
            if all(text.startswith(sealing.names_key(key)) for text in _sealed_in(data)):
                continue
            try:
                fresh = {name: _again(value, adapter) for name, value in data.items()}
            except sealing.SealingError:
                closed += 1
                continue
            done += Authenticator.objects.filter(pk=primary_key, data=data).update(data=fresh)
        return Walked(done, closed)


def _sealed_in(data: dict[str, Any]) -> list[str]:
    texts = (
        each for value in data.values() for each in (value if type(value) is list else [value])
    )
    return [text for text in texts if isinstance(text, str) and text.startswith(sealing.BEGINS)]


def _again(value: Any, adapter: SecondFactorAdapter) -> Any:
    if isinstance(value, list):
        return [_again(each, adapter) for each in value]
    if isinstance(value, str) and value.startswith(sealing.BEGINS):
        return adapter.encrypt(adapter.decrypt(value))
    return value
