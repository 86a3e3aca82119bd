"""Folders, the documents in them, what is said of each, and who may open a folder.

A folder is about one case of an app above this one, which is known here by its key alone.
"""

from typing import Self

from django.db import models
from django.db.models import F, Q

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.documents import DocumentForm, DocumentKind, HandlingCode
from drive.web.accounts.models import User
from drive.web.accounts.permissions import Access, VisibleQuerySet
from drive.web.accounts.roles import Compartment
from drive.web.core.models import Recorded
from drive.web.organisations.models import Site
from drive.web.people.models import Perpetrator


def _access(folder: str) -> Access:
    """Say how whatever lies in a folder is reached: `folder` is the path to it."""
    return Access(
        compartment=Compartment.CASEWORK,
        site=f"{folder}site",
        holders=(f"{folder}custodians",),
        subjects=(
            f"{folder}perpetrator__person",
            f"{folder}perpetrator__dyads__victim_survivor__person",
        ),
    )


class Folder(Recorded):
    """What documents there are about one case."""

    about = models.UUIDField(unique=True)
    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="+")
    perpetrator = models.ForeignKey(Perpetrator, on_delete=models.PROTECT, related_name="+")

    access = _access("")
    objects = VisibleQuerySet["Folder"].as_manager()


class Custodian(Recorded):
    """Who may open a folder, from when to when. Whoever assigns the case pushes it down here."""

    folder = models.ForeignKey(Folder, on_delete=models.PROTECT, related_name="custodians")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["folder", "user"],
                condition=Q(ended_at=None),
                name="one_current_custody_a_folder_and_user",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="custodian_ended_at_and_by_together",
            ),
        ]


class DocumentQuerySet(VisibleQuerySet["Document"]):
    """Documents, whose content is read only where it is asked for: it may be 20 MB."""

    def visible_to(self, actor: User) -> Self:
        """Return the documents that somebody may see, without their content."""
        return super().visible_to(actor).defer("sealed_content")


class Document(Recorded):
    """A document as it came: its bytes lie sealed and never change.

    The name that the file had is not kept: it may be somebody's name.
    """

    folder = models.ForeignKey(Folder, on_delete=models.PROTECT, related_name="documents")
    form = models.CharField(max_length=5, choices=DocumentForm.choices())
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    sealed_content = models.TextField()

    access = _access("folder__")
    objects = DocumentQuerySet.as_manager()

    class Meta:
        ordering = ["-recorded_at"]


class DocumentDescription(Recorded):
    """What is said of a document. A later row replaces it; the document stays as it is."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="descriptions")
    title = models.CharField(max_length=120)
    kind = models.CharField(max_length=16, choices=DocumentKind.choices())
    source_kind = models.CharField(max_length=20, blank=True, choices=AgencyType.choices())
    dated_on = models.DateField(null=True)
    received_on = models.DateField()
    handling = models.CharField(max_length=20, choices=HandlingCode.choices())
    victim_side = models.BooleanField()
    supersedes = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="superseded_by"
    )

    access = _access("document__folder__")
    objects = VisibleQuerySet["DocumentDescription"].as_manager()

    class Meta:
        ordering = ["-received_on", "-recorded_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["document"],
                condition=Q(supersedes=None),
                name="one_first_description_a_document",
            ),
            models.CheckConstraint(
                condition=~Q(supersedes=F("id")), name="description_does_not_supersede_itself"
            ),
        ]
