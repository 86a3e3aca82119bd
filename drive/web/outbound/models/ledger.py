"""The ledger of what left the system."""

from django.db import models

from drive.vocabulary.documents import HandlingCode
from drive.vocabulary.outbound import OutgoingChannel
from drive.vocabulary.word import Word
from drive.web.accounts.permissions import Access, VisibleQuerySet
from drive.web.accounts.roles import Compartment
from drive.web.core.models import Recorded


class ReleaseKind(Word):
    """What left."""

    SNAPSHOT = "snapshot", "Pseudonymised snapshot"
    REPORT = "report", "Evaluation report"
    PRINT = "print", "Printed case"
    FLOW = "flow", "Participant flow"
    STRATEGY = "strategy", "Contact strategy"
    HANDOVER = "handover", "Handover sheet"
    LETTER = "letter", "Letter"
    EMAIL = "email", "E-mail"
    MESSAGE = "message", "Text or voicemail message"
    TELEPHONE = "telephone", "Something read out on the telephone"
    BY_HAND = "by_hand", "Something handed over"
    SUBJECT_ACCESS = "subject_access", "Subject-access pack"


class Release(Recorded):
    """One thing that left: what, to whom, why, and the digest by which it is known again.

    `about` is the key of the case that it is about, `wording` what was said of confidentiality,
    `mark` what stands on this recipient's copy alone.
    """

    kind = models.CharField(max_length=20, choices=ReleaseKind.choices())
    recipient = models.CharField(max_length=120)
    purpose = models.CharField(max_length=200)
    object_ids = models.JSONField(default=list)
    digest = models.CharField(max_length=80, blank=True)
    about = models.UUIDField(null=True, db_index=True)
    channel = models.CharField(max_length=10, blank=True, choices=OutgoingChannel.choices())
    wording = models.CharField(max_length=20, blank=True, choices=HandlingCode.choices())
    mark = models.CharField(max_length=20, blank=True, db_index=True)

    access = Access(compartment=Compartment.EVALUATION)
    objects = VisibleQuerySet["Release"].as_manager()

    class Meta:
        ordering = ["-recorded_at"]
