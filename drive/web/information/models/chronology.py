"""The joint chronology: events of each side, from codes alone, and which were released."""

from django.db import models
from django.db.models import Q

from drive.vocabulary.facts import ChronologyKind
from drive.web.accounts.models import User
from drive.web.accounts.permissions import Access, VisibleQuerySet
from drive.web.accounts.roles import Compartment, Role
from drive.web.core.models import Recorded
from drive.web.core.sealing import SealedTextField
from drive.web.information.models.folders import SIDE_OF, Folder, folder_access, subjects_of
from drive.web.information.models.releases import crossing_access


class ChronologyEvent(Recorded):
    """That something happened on a day. `detail` is the label of a code; nobody typed it.

    `source` is the key of the record that it was taken from. It leaves when that is taken back.
    """

    folder = models.ForeignKey(Folder, on_delete=models.PROTECT, related_name="events")
    kind = models.CharField(max_length=10, choices=ChronologyKind.choices())
    happened_on = models.DateField()
    detail = models.CharField(max_length=100, blank=True)
    source = models.UUIDField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    access = folder_access("folder__")
    objects = VisibleQuerySet["ChronologyEvent"].as_manager()

    class Meta:
        ordering = ["-happened_on", "-recorded_at"]
        indexes = [models.Index(fields=["source"])]
        constraints = [
            models.UniqueConstraint(
                fields=["folder", "kind", "source"],
                condition=Q(withdrawn_at=None),
                name="one_current_event_a_source_and_kind",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
                name="event_withdrawn_at_and_by_together",
            ),
        ]


class EventRelease(Recorded):
    """That an event was released to the other side."""

    event = models.ForeignKey(ChronologyEvent, on_delete=models.PROTECT, related_name="releases")
    receiver = models.ForeignKey(Folder, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    access = crossing_access("event__folder", "receiver")
    objects = VisibleQuerySet["EventRelease"].as_manager()

    class Meta:
        ordering = ["-recorded_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "receiver"],
                condition=Q(withdrawn_at=None),
                name="one_current_release_an_event_and_receiver",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
                name="event_release_withdrawn_at_and_by_together",
            ),
        ]


class QuietNote(Recorded):
    """What somebody did when both had gone quiet; it lies sealed and stays on its side."""

    folder = models.ForeignKey(Folder, on_delete=models.PROTECT, related_name="+")
    his_event = models.ForeignKey(ChronologyEvent, on_delete=models.PROTECT, related_name="+")
    her_event = models.ForeignKey(ChronologyEvent, on_delete=models.PROTECT, related_name="+")
    sealed_text = SealedTextField(compartment="facts")
    told_case_manager = models.BooleanField()

    access = Access(
        compartment=Compartment.FACTS,
        site="folder__site",
        holders=("folder__custodians", "recorder"),
        subjects=subjects_of("folder__"),
        narrowed={
            **{role: Q(folder__side=side) for role, side in SIDE_OF.items()},
            # That she went quiet is hers: it reaches him who works with the other only on release.
            Role.CASE_MANAGER: Q(pk__in=[]),
            Role.PRACTICE_ADVISER: Q(pk__in=[]),
        },
    )
    objects = VisibleQuerySet["QuietNote"].as_manager()
