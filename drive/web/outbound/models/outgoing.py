"""What somebody writes to leave the system: to whom, by which way, and how far it came."""

from django.db import models

from drive.vocabulary.documents import HandlingCode
from drive.vocabulary.facts import Side, Use
from drive.vocabulary.outbound import OutgoingChannel, OutgoingState, RecipientKind
from drive.web.accounts.permissions import Access, VisibleQuerySet
from drive.web.accounts.roles import Compartment, Role
from drive.web.core.models import BaseModel, Recorded
from drive.web.core.sealing import SealedTextField
from drive.web.information.models import Document
from drive.web.organisations.models import Agency, Site
from drive.web.outbound.models.ledger import Release
from drive.web.outbound.rules.gate import NEVER_STOPPED
from drive.web.people.models import Dyad, Perpetrator


def _access(outgoing: str) -> Access:
    """Say how whatever belongs to something outgoing is reached, each from one's own side.

    What is shared to protect somebody is told to the other side at once, and read there; so is
    that on which both sides are asked to decide.
    """
    protects = models.Q(**{f"{outgoing}use__in": NEVER_STOPPED})
    protects |= models.Q(**{f"{outgoing}asked__isnull": False})
    hers = models.Q(**{f"{outgoing}side": Side.IDVA}) | protects
    his = models.Q(**{f"{outgoing}side": Side.CASE_MANAGER})
    return Access(
        compartment=Compartment.OUTBOUND,
        site=f"{outgoing}site",
        holders=(f"{outgoing}pairs__dyad__holders",),
        subjects=(
            f"{outgoing}perpetrator__person",
            f"{outgoing}pairs__dyad__victim_survivor__person",
        ),
        narrowed={Role.CASE_MANAGER: his, Role.SERVICE_MANAGER: his | protects, Role.IDVA: hers},
    )


class Outgoing(Recorded):
    """One thing for one recipient. Its words never change: what is put right is written anew.

    `about` is the key of the case; `side` is the side of the wall on which it was written.
    """

    about = models.UUIDField(db_index=True)
    reference = models.CharField(max_length=20)
    side = models.CharField(max_length=12, choices=Side.choices())
    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="+")
    perpetrator = models.ForeignKey(Perpetrator, on_delete=models.PROTECT, related_name="+")
    channel = models.CharField(max_length=10, choices=OutgoingChannel.choices())
    to = models.CharField(max_length=16, choices=RecipientKind.choices())
    agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    sealed_name = SealedTextField(compartment="outbound")
    sealed_address = SealedTextField(compartment="outbound")
    typed_twice = models.BooleanField()
    sealed_body = SealedTextField(compartment="outbound")
    use = models.CharField(max_length=20, choices=Use.choices())
    handling = models.CharField(max_length=20, choices=HandlingCode.choices())
    encloses = models.ManyToManyField(Document, related_name="+")

    access = _access("")
    objects = VisibleQuerySet["Outgoing"].as_manager()

    class Meta:
        ordering = ["-recorded_at"]


class OutgoingPair(BaseModel):
    """One pair whom something outgoing is about: the holders of the pair reach it."""

    outgoing = models.ForeignKey(Outgoing, on_delete=models.PROTECT, related_name="pairs")
    dyad = models.ForeignKey(Dyad, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["outgoing", "dyad"], name="one_outgoing_and_pair")
        ]


class OutgoingStep(Recorded):
    """How far something outgoing came; the latest row is where it stands.

    `findings` are the codes of the checks as they were at that moment, never their words.
    """

    outgoing = models.ForeignKey(Outgoing, on_delete=models.PROTECT, related_name="steps")
    sequence = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=OutgoingState.choices())
    held_until = models.DateTimeField(null=True)
    at_once = models.BooleanField(default=False)
    findings = models.JSONField(default=dict)
    sealed_reason = SealedTextField(compartment="outbound", blank=True)
    # The row of the ledger, on the step with which it left.
    release = models.OneToOneField(Release, null=True, on_delete=models.PROTECT, related_name="+")

    access = _access("outgoing__")
    objects = VisibleQuerySet["OutgoingStep"].as_manager()

    class Meta:
        ordering = ["outgoing", "sequence"]
        constraints = [
            models.UniqueConstraint(
                fields=["outgoing", "sequence"], name="one_outgoing_step_a_sequence"
            )
        ]


class OverrideAsked(Recorded):
    """That the two who may override the guard were asked about something outgoing."""

    outgoing = models.OneToOneField(Outgoing, on_delete=models.PROTECT, related_name="asked")


class OutgoingReview(Recorded):
    """What came of looking at something that was sent. Added to, never changed."""

    outgoing = models.ForeignKey(Outgoing, on_delete=models.PROTECT, related_name="reviews")
    sealed_text = SealedTextField(compartment="outbound")

    access = _access("outgoing__")
    objects = VisibleQuerySet["OutgoingReview"].as_manager()

    class Meta:
        ordering = ["recorded_at"]


class Recipient(Recorded):
    """Somebody to whom something was sent about a case, so that the next time is not the first."""

    about = models.UUIDField(db_index=True)
    channel = models.CharField(max_length=10, choices=OutgoingChannel.choices())
    to = models.CharField(max_length=16, choices=RecipientKind.choices())
    agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    sealed_name = SealedTextField(compartment="outbound")
    sealed_address = SealedTextField(compartment="outbound")


class QueuedMail(BaseModel):
    """An e-mail that waits for its time or for the mail server, and then when it went."""

    outgoing = models.OneToOneField(Outgoing, on_delete=models.PROTECT, related_name="mail")
    release = models.OneToOneField(Release, null=True, on_delete=models.PROTECT, related_name="+")
    due_at = models.DateTimeField(db_index=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    stopped_at = models.DateTimeField(null=True)
