"""What every entry has: a day, who said so, words that may lie sealed, and what it puts right."""

from django.db import models
from django.db.models import F, Q

from drive.vocabulary.answers import InformationSource
from drive.web.accounts.permissions import VisibleQuerySet
from drive.web.casework.models import CASEWORK_ACCESS, CaseNote, DriveCase
from drive.web.core.models import Recorded
from drive.web.core.sealing import SealedTextField


class Entry(Recorded):
    """One dated entry on a Drive case. A correction is a new row that supersedes.

    `origin` is the key of the first row, which all rows that put it right share. Every field of
    text is words that somebody wrote: where they came from the victim-survivor or her Idva, all
    of them lie in `sealed_text` and none stands open.
    """

    drive_case = models.ForeignKey(DriveCase, on_delete=models.PROTECT, related_name="+")
    origin = models.UUIDField(db_index=True)
    happened_on = models.DateField()
    informant = models.CharField(max_length=30, blank=True, choices=InformationSource.choices())
    text = models.TextField(blank=True)
    sealed_text = SealedTextField(compartment="casework", blank=True)
    note = models.ForeignKey(CaseNote, null=True, on_delete=models.PROTECT, related_name="+")
    supersedes = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="superseded_by"
    )
    taken_back = models.BooleanField(default=False)

    access = CASEWORK_ACCESS
    objects = VisibleQuerySet["Entry"].as_manager()

    class Meta:
        abstract = True
        ordering = ["-happened_on", "-recorded_at", "pk"]


class Spell(Entry):
    """An entry that lasts from a day on, until it ends."""

    ends_on = models.DateField(null=True)
    ending = models.TextField(blank=True)

    class Meta(Entry.Meta):
        abstract = True


def kept(*words: str) -> list[models.BaseConstraint]:
    """Return the constraints of entries whose words, besides `text`, stand in these fields."""
    return [
        models.CheckConstraint(
            condition=Q(sealed_text="") | Q(text="", **dict.fromkeys(words, "")),
            name="%(class)s_words_open_or_sealed",
        ),
        models.CheckConstraint(
            condition=~Q(supersedes=F("id")), name="%(class)s_does_not_supersede_itself"
        ),
        models.CheckConstraint(
            condition=Q(taken_back=False) | Q(supersedes__isnull=False),
            name="%(class)s_recorded_before_taken_back",
        ),
    ]


def kept_while(*words: str) -> list[models.BaseConstraint]:
    """Return the constraints of entries that last."""
    return [
        *kept("ending", *words),
        models.CheckConstraint(
            condition=Q(ends_on=None) | Q(ends_on__gte=F("happened_on")),
            name="%(class)s_ends_after_it_begins",
        ),
    ]


def words_in(model: type[Entry] | Entry) -> list[str]:
    """Return the names of the fields in which words stand."""
    return [
        field.name
        for field in model._meta.concrete_fields
        if isinstance(field, models.TextField) and field.name != "sealed_text"
    ]
