"""Choosing people, and the forms of the administrator: a user, a role, a site, an agency."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from drive.vocabulary.agencies import AgencyType
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.design_system.forms import (
    DriveForm,
    EmailField,
    PasswordField,
    SelectField,
    TextField,
)
from drive.web.organisations.queries import all_agencies, all_sites


def offer(field: Any, people: Iterable[User], hints: Mapping[UUID, str] | None = None) -> None:
    """Let a field offer people; its value is the person."""
    by_key = {str(person.pk): person for person in people}
    field.choices = [(key, person.name) for key, person in by_key.items()]
    field.hints = {str(key): text for key, text in (hints or {}).items()}
    field.coerce = by_key.get


class AddUserForm(DriveForm):
    """Somebody new who signs in."""

    name = TextField(label=_("Name"), missing=_("Enter the person's name"), max_length=120)
    username = TextField(
        label=_("Sign-in name"),
        help_text=_("Letters, figures, dots and hyphens. It should say nothing about any case."),
        missing=_("Enter a sign-in name"),
        max_length=60,
    )
    email = EmailField(label=_("Work e-mail"), required=False)
    password = PasswordField(
        label=_("First password"),
        help_text=_("At least 12 characters. Tell it in person; it can be changed after sign-in."),
        missing=_("Enter a first password"),
    )


class GrantRoleForm(DriveForm):
    """A role, and where it is held."""

    role = SelectField(label=_("Role"), choices=Role, missing=_("Choose a role"))
    site = SelectField(
        label=_("Site"),
        help_text=_("Where the role is held. Leave empty for a role that is held everywhere."),
        required=False,
        coerce=str,
        choices=(),
    )
    agency = SelectField(
        label=_("Agency"),
        help_text=_("For a Marac co-ordinator: the Marac."),
        required=False,
        coerce=str,
        choices=(),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        site: Any = self.fields["site"]
        site.choices = [(str(each.pk), each.name) for each in all_sites()]
        agency: Any = self.fields["agency"]
        agency.choices = [
            (str(each.pk), f"{each.name} ({each.site.name})") for each in all_agencies()
        ]


class AddSiteForm(DriveForm):
    """A new site."""

    name = TextField(label=_("Name"), missing=_("Enter the name of the site"), max_length=80)
    code = TextField(
        label=_("Code"),
        help_text=_("Small letters and underscores, such as south_wales. Marac lists may use it."),
        missing=_("Enter a code"),
        max_length=40,
    )
    police_force = TextField(label=_("Police force"), required=False, max_length=40)


class AddAgencyForm(DriveForm):
    """A new agency of a site."""

    name = TextField(label=_("Name"), missing=_("Enter the name of the agency"), max_length=120)
    kind = SelectField(
        label=_("Kind of agency"), choices=AgencyType, missing=_("Choose the kind of agency")
    )
