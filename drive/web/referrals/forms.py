"""The forms of lists and hearings."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from drive.vocabulary.answers import Answer
from drive.web.design_system.forms import (
    DateField,
    DriveForm,
    IdempotencyKeyField,
    RadiosField,
    SelectField,
    TextField,
    UploadField,
)
from drive.web.organisations.models import Agency
from drive.web.recording.forms import RecordingForm, answers_from
from drive.web.recording.rules import definition
from drive.web.referrals.rules.cells import (
    QUESTIONS,
    CellProblem,
    read_name,
    read_text,
    refuse_formula,
)
from drive.web.referrals.rules.fields import BY_KEY
from drive.web.referrals.rules.hearings import ROLES, Named, ReadHearing, contradictions
from drive.web.referrals.rules.states import RowState
from drive.web.referrals.rules.words import accepted

_NAMES = ("forename", "surname")
_WHERE = ("address", "postcode", "telephone")


def _offer(form: DriveForm, maracs: list[Agency]) -> None:
    """Offer the Maracs; where there is only one, it is chosen already."""
    field: Any = form.fields["marac"]
    by_key = {str(marac.pk): marac for marac in maracs}
    field.choices = [(key, f"{marac.name} ({marac.site.name})") for key, marac in by_key.items()]
    field.coerce = by_key.__getitem__
    if len(maracs) == 1:
        field.initial = str(maracs[0].pk)


class UploadForm(DriveForm):
    """A Marac list to be imported."""

    key = IdempotencyKeyField()
    marac = SelectField(label=_("Whose list is it?"), missing=_("Choose the Marac"))
    file = UploadField(
        label=_("The list"),
        help_text=_("An Excel workbook (.xlsx) or a CSV file, with at most 10,000 rows."),
        accept=".csv,.txt,.tsv,.xlsx",
        missing=_("Choose the file"),
        allow_empty_file=True,
    )

    def __init__(self, *args: Any, maracs: list[Agency], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, maracs)


class RowForm(DriveForm):
    """One row of a list: every cell as it was typed."""

    def __init__(self, *args: Any, headings: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for key, heading in headings.items():
            self.fields[key] = TextField(
                label=heading, required=False, quiet=True, help_text=_hint(key), strip=False
            )

    @property
    def cells(self) -> dict[str, str]:
        """The cells as typed."""
        return {key: self.cleaned_data.get(key, "") for key in self.fields}


def _hint(key: str) -> str:
    if key not in QUESTIONS:
        return ""
    words = QUESTIONS[key].words
    return str(_("A whole number")) if words is None else accepted(words)


class HearingForm(RecordingForm):
    """One hearing entered by hand: the same fields and the same checks as a list."""

    template_name = "referrals/hearing_form.html"

    key = IdempotencyKeyField()
    marac = SelectField(label=_("Marac"), missing=_("Choose the Marac"))
    heard_on = DateField(
        label=_("Hearing date"), missing=_("Enter the hearing date"), may_be_future=False
    )
    referred_by = TextField(label=_("Referred by"), required=False, width="20")
    perpetrator_forename = TextField(label=_("Perpetrator's forename"), width="20")
    perpetrator_surname = TextField(label=_("Perpetrator's surname"), width="20")
    perpetrator_born_on = DateField(
        label=_("Perpetrator's date of birth"), required=False, may_be_future=False
    )
    perpetrator_address = TextField(label=_("Perpetrator's address"), required=False)
    perpetrator_postcode = TextField(label=_("Perpetrator's postcode"), required=False, width="10")
    perpetrator_telephone = TextField(
        label=_("Perpetrator's telephone"), required=False, width="20"
    )
    victim_survivor_forename = TextField(label=_("Victim-survivor's forename"), width="20")
    victim_survivor_surname = TextField(label=_("Victim-survivor's surname"), width="20")
    victim_survivor_born_on = DateField(
        label=_("Victim-survivor's date of birth"), required=False, may_be_future=False
    )
    victim_survivor_address = TextField(label=_("Victim-survivor's address"), required=False)
    victim_survivor_postcode = TextField(
        label=_("Victim-survivor's postcode"), required=False, width="10"
    )
    victim_survivor_telephone = TextField(
        label=_("Victim-survivor's telephone"), required=False, width="20"
    )

    def __init__(self, *args: Any, maracs: list[Agency], **kwargs: Any) -> None:
        sections = definition("core_data").stages["hearing"]
        super().__init__(*args, sections=sections, complete=True, **kwargs)
        _offer(self, maracs)

    def clean(self) -> dict[str, Any]:
        """Check each text as the cell of a list is checked, then all of it together."""
        super().clean()
        self._check("referred_by", read_text)
        for role in ROLES:
            for ending in _NAMES:
                self._check(f"{role}_{ending}", read_name)
            for ending in _WHERE:
                self._check(f"{role}_{ending}", read_text)
        if not self.errors:
            for field, words in contradictions(self.hearing()):
                self.add_error(field, words)
        return self.cleaned_data

    def _check(self, name: str, read: Callable[..., str]) -> None:
        text = self.cleaned_data.get(name)
        if not text:
            return
        try:
            refuse_formula(text)
            self.cleaned_data[name] = read(text, longest=BY_KEY[name].longest)
        except CellProblem as problem:
            self.add_error(name, ValidationError(str(problem)))

    def hearing(self) -> ReadHearing:
        """Return what the form says, once it is valid."""
        return ReadHearing(
            heard_on=self.cleaned_data["heard_on"],
            perpetrator=self._named("perpetrator"),
            victim_survivor=self._named("victim_survivor"),
            answers=self.answers,
            referred_by=self.cleaned_data["referred_by"],
        )

    @property
    def answers(self) -> dict[str, Answer]:
        """The core data."""
        return answers_from(self)

    def ask_who(
        self, role: str, choices: Sequence[tuple[str, str]], *, hints: Mapping[str, str]
    ) -> None:
        """Ask whether one of the two people is somebody on record; after the rest is valid."""
        labels = {
            "perpetrator": _("Is the perpetrator one of these people?"),
            "victim_survivor": _("Is the victim-survivor one of these people?"),
        }
        self.fields[f"{role}_is"] = RadiosField(
            label=labels[role], choices=choices, hints=hints, required=False, quiet=True
        )

    @property
    def who(self) -> list[Any]:
        """The fields that ask who somebody is."""
        return [self[f"{role}_is"] for role in ROLES if f"{role}_is" in self.fields]

    def who_is(self, role: str) -> str:
        """Return what was said of one of the two people, once it is settled."""
        return str(self.data.get(f"{role}_is", ""))

    def is_settled(self, shown: str) -> bool:
        """Return whether everything that was asked was answered, of the people now shown."""
        if not shown:
            return True
        if self.data.get("shown") != shown:
            return False
        for bound in self.who:
            if self.data.get(bound.name) not in dict(bound.field.choices):
                self.add_error(bound.name, str(_("Choose one of these, or that you cannot tell")))
        return not self.errors

    def _named(self, role: str) -> Named:
        endings = (*_NAMES, "born_on", *_WHERE)
        return Named(**{ending: self.cleaned_data[f"{role}_{ending}"] for ending in endings})

    @property
    def about(self) -> list[tuple[str, list[Any]]]:
        """The fields that stand before the core data, under their headings."""
        named = {
            role: [self[f"{role}_{ending}"] for ending in (*_NAMES, "born_on", *_WHERE)]
            for role in ROLES
        }
        return [
            (str(_("The hearing")), [self["marac"], self["heard_on"], self["referred_by"]]),
            (str(_("Perpetrator")), named["perpetrator"]),
            (str(_("Victim-survivor")), named["victim_survivor"]),
        ]


class RowFilterForm(DriveForm):
    """Which rows of a list are shown."""

    state = SelectField(
        label=_("Rows"), choices=RowState, required=False, quiet=True, prompt=_("All rows")
    )


class HearingFilterForm(DriveForm):
    """Which hearings are shown: by codes only."""

    marac = SelectField(
        label=_("Marac"), required=False, quiet=True, prompt=_("All Maracs"), choices=()
    )
    repeat = RadiosField(
        label=_("Repeat hearings"),
        choices=[("yes", _("Only repeats")), ("no", _("Only first hearings"))],
        required=False,
        quiet=True,
        small=True,
    )

    def __init__(self, *args: Any, maracs: list[Agency], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["marac"]
        field.choices = [(str(marac.pk), marac.name) for marac in maracs]


class NameSearchForm(DriveForm):
    """A surname: sent by POST, so that it stands in no address."""

    surname = TextField(
        label=_("Surname of one of the two people"), width="20", missing=_("Enter a surname")
    )
