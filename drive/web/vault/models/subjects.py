"""Whose rows they are, and who keeps them."""

from django.db import models
from django.db.models import F, Q

from drive.vocabulary.identity import PartyRole
from drive.web.accounts.models import User
from drive.web.accounts.permissions import Access
from drive.web.accounts.roles import Compartment, Role
from drive.web.core.models import BaseModel, Recorded


class Subject(BaseModel):
    """Somebody whom the vault knows something of: by the key of the person, and nothing else."""


class Keeper(Recorded):
    """That somebody keeps what the vault has of a subject: pushed down by the record held."""

    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="keepers")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    on_behalf_of = models.UUIDField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["subject", "user", "on_behalf_of"],
                condition=Q(ended_at=None),
                name="one_current_keeper_a_record",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="keeper_ended_at_and_by_together",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(ended_at__gte=F("recorded_at")),
                name="keeper_ends_after_it_begins",
            ),
        ]


class VaultRow(Recorded):
    """A row about a subject, and in which role it was told.

    One human being may be the perpetrator of one case and the victim-survivor of another: the
    case manager of the one never reads what the Idva of the other was told. A row without a
    role, from before roles were kept, is shown to neither.
    """

    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="+")
    of_role = models.CharField(max_length=16, blank=True, choices=PartyRole.choices())

    access = Access(
        compartment=Compartment.LOCATION,
        holders=("subject__keepers",),
        subjects=("subject",),
        narrowed={
            Role.CASE_MANAGER: Q(of_role=PartyRole.PERPETRATOR),
            Role.IDVA: Q(of_role=PartyRole.VICTIM_SURVIVOR),
        },
    )

    class Meta:
        abstract = True
