"""The forms about who is who: deciding, undoing, finding somebody, narrowing the lists."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.validators import MinLengthValidator
from django.utils.translation import gettext_lazy as _

from drive.vocabulary.identity import Verdict
from drive.web.design_system.forms import (
    CodesForm,
    DateField,
    DriveForm,
    IdempotencyKeyField,
    LongTextField,
    RadiosField,
    SelectField,
    TextField,
)
from drive.web.identity.rules.alike import Sought
from drive.web.organisations.models import Site
from drive.web.people.rules import UNSETTLED

SHORTEST_REASON = 10
LONGEST_REASON = 1000


def _reason(label: Any, help_text: Any) -> LongTextField:
    return LongTextField(
        label=label,
        help_text=help_text,
        missing=_("Write the reason"),
        max_length=LONGEST_REASON,
        rows=3,
        validators=[
            MinLengthValidator(
                SHORTEST_REASON, _("Write the reason in at least %(limit_value)d characters")
            )
        ],
    )


class DecisionForm(DriveForm):
    """Whether two records are one person, and why."""

    verdict = RadiosField(
        label=_("Are these two records one person?"),
        choices=Verdict,
        missing=_("Say whether they are one person"),
    )
    reason = _reason(_("Why?"), _("What tells it, in a sentence. Reviewers after you read it."))
    key = IdempotencyKeyField()


class UndoForm(DriveForm):
    """Why a merge is undone."""

    reason = _reason(
        _("Why are these two people?"), _("What was overlooked, or what has become known since.")
    )
    key = IdempotencyKeyField()


class SearchForm(DriveForm):
    """Whom somebody looks for. It is sent by POST, so that no name stands in an address."""

    surname = TextField(
        label=_("Surname"), missing=_("Enter the surname"), width="20", max_length=80
    )
    forename = TextField(label=_("Forename"), required=False, width="20", max_length=80)
    born_on = DateField(label=_("Date of birth"), required=False, may_be_future=False)

    def clean(self) -> dict[str, Any]:
        """A surname alone would list a family."""
        given: dict[str, Any] = super().clean() or {}
        if not self.errors and not given.get("forename") and not given.get("born_on"):
            self.add_error("forename", _("Enter the forename, or the date of birth"))
        return given

    def sought(self) -> Sought:
        """Return whom somebody looks for."""
        given = self.cleaned_data
        return Sought(
            surname=given["surname"], forename=given["forename"] or "", born_on=given["born_on"]
        )


class QueueFilterForm(CodesForm):
    """Which questions are shown."""

    state = SelectField(
        label=_("State"),
        choices=[(state.value, state.label) for state in UNSETTLED],
        required=False,
        quiet=True,
        prompt=_("Whatever waits"),
    )
    site = SelectField(label=_("Site"), required=False, quiet=True, prompt=_("All sites"))
    holds = SelectField(
        label=_("Draw"),
        choices=[("yes", _("Holds a draw"))],
        required=False,
        quiet=True,
        prompt=_("Holds a draw or not"),
    )
    crosses = SelectField(
        label=_("Roles"),
        choices=[("yes", _("Perpetrator here, victim-survivor there"))],
        required=False,
        quiet=True,
        prompt=_("All roles"),
    )

    def __init__(self, *args: Any, sites: Iterable[Site], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["site"]
        field.choices = [(site.code, site.name) for site in sites]


class MergeFilterForm(CodesForm):
    """Which merges are shown."""

    made = SelectField(
        label=_("Made by"),
        choices=[("decision", _("A reviewer")), ("rule", _("A rule of the machine"))],
        required=False,
        quiet=True,
        prompt=_("A reviewer or a rule"),
    )
    state = SelectField(
        label=_("State"),
        choices=[("live", _("Stands")), ("undone", _("Undone"))],
        required=False,
        quiet=True,
        prompt=_("Standing or undone"),
    )
