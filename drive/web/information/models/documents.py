"""The documents in folders, and what is said of each."""

from typing import Self

from django.db import models
from django.db.models import F, Q

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.documents import DocumentForm, DocumentKind, HandlingCode
from drive.web.accounts.models import User
from drive.web.accounts.permissions import Access, VisibleQuerySet
from drive.web.accounts.roles import Compartment
from drive.web.core.models import Recorded
from drive.web.core.sealing import SealedTextField
from drive.web.information.models.folders import Folder, folder_access


def _access(folder: str) -> Access:
    return folder_access(folder, compartment=Compartment.CASEWORK)


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
    sealed_content = SealedTextField(compartment="information")

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
