"""What crosses the wall: a summary that its owner released, and what became of it."""

from django.db import models
from django.db.models import F, Q

from drive.vocabulary.documents import HandlingCode
from drive.vocabulary.facts import FactTopic
from drive.web.accounts.models import User
from drive.web.accounts.permissions import Access, VisibleQuerySet
from drive.web.accounts.roles import Compartment
from drive.web.core.models import Recorded
from drive.web.core.sealing import SealedTextField
from drive.web.information.models.facts import Fact
from drive.web.information.models.folders import SIDE_OF, Folder, folder_access, subjects_of


def crossing_access(giver: str, receiver: str) -> Access:
    """Say how a row that crosses is reached: by those who hold the one folder or the other.

    Whoever sees a site sees what her own side gave or was given.
    """
    return Access(
        compartment=Compartment.FACTS,
        site=f"{giver}__site",
        holders=(f"{giver}__custodians", f"{receiver}__custodians"),
        subjects=subjects_of(f"{giver}__"),
        narrowed={
            role: Q(**{f"{giver}__side": side}) | Q(**{f"{receiver}__side": side})
            for role, side in SIDE_OF.items()
        },
    )


class ReleasedItem(Recorded):
    """A summary that one side released to the other, with the purpose for which it may be used.

    `fact` is what it became on the other side.
    """

    giver = models.ForeignKey(Folder, on_delete=models.PROTECT, related_name="given")
    receiver = models.ForeignKey(Folder, on_delete=models.PROTECT, related_name="received")
    topic = models.CharField(max_length=20, choices=FactTopic.choices())
    sealed_summary = SealedTextField(compartment="facts")
    sealed_purpose = SealedTextField(compartment="facts")
    handling = models.CharField(max_length=20, choices=HandlingCode.choices())
    fact = models.OneToOneField(Fact, on_delete=models.PROTECT, related_name="came_by")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    access = crossing_access("giver", "receiver")
    objects = VisibleQuerySet["ReleasedItem"].as_manager()

    class Meta:
        ordering = ["-recorded_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
                name="release_withdrawn_at_and_by_together",
            ),
            models.CheckConstraint(
                condition=~Q(giver=F("receiver")), name="nothing_is_released_to_oneself"
            ),
        ]


class RestsOn(Recorded):
    """A fact of the giver's own that a released summary rests on. The receiver sees none of it."""

    item = models.ForeignKey(ReleasedItem, on_delete=models.PROTECT, related_name="rests_on")
    fact = models.ForeignKey(Fact, on_delete=models.PROTECT, related_name="released_in")

    access = folder_access("item__giver__")
    objects = VisibleQuerySet["RestsOn"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["item", "fact"], name="one_row_an_item_and_fact")
        ]
