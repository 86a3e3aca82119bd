"""What is in the database: the pilot, other data, the demonstration's sign-ins."""

from __future__ import annotations

from dataclasses import dataclass

from drive.web.accounts.models import User
from drive.web.people.models import Person
from drive.web.pilot.exceptions import OtherData
from drive.web.pilot.rules.keys import key_of
from drive.web.pilot.rules.people import SITES, members
from drive.web.referrals.models import MaracHearing


@dataclass(frozen=True)
class SignIn:
    """One line of the list of demonstration sign-ins."""

    username: str
    role: str
    place: str


def refuse_other_data() -> None:
    """Refuse a database that holds anybody who is not synthetic.

    Raises
    ------
    OtherData
        If it does: the demonstration has published passwords.
    """
    if Person.objects.filter(synthetic=False).exists():
        raise OtherData(
            "This database holds people who are not marked as synthetic. Demonstration mode does "
            "not touch it: name another database in DATABASE_URL."
        )


def is_loaded(first_hearing: str) -> bool:
    """Return whether the pilot is there; it is loaded whole or not at all."""
    return MaracHearing.objects.filter(pk=key_of(first_hearing)).exists()


def demonstration_sign_ins() -> list[SignIn]:
    """Return everybody of the demonstration who can sign in here."""
    active = set(User.objects.filter(is_active=True).values_list("username", flat=True))
    places = {site.code: site.name for site in SITES}
    return [
        SignIn(member.username, member.role.label, places.get(member.site, ""))
        for member in members()
        if member.username in active
    ]
