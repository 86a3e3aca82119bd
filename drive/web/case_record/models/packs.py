"""What the service user asked to see: the request, each item, what is decided, and who signed."""

from django.db import models
from django.db.models import F, Q

from drive.vocabulary.disclosure import IdentityCheck, LeftOut, PackKind, SignsAs
from drive.web.accounts.models import User
from drive.web.accounts.permissions import Access, Held, VisibleQuerySet
from drive.web.accounts.roles import Compartment, Role
from drive.web.casework.models import Capacity, DriveCase
from drive.web.core.models import Recorded
from drive.web.core.sealing import SealedTextField
from drive.web.outbound.models import Release


def _access(case: str, item: str | None = None) -> Access:
    """Say how a row is reached: `case` is the path to the Drive case, `item` that to the item.

    The Idva lead sees what he is to get, and nothing of what is left out: that is the case
    manager's record.
    """

    def what_he_gets() -> Q:
        taken = PackDecision.objects.filter(superseded_by=None, included=True)
        return Q(**{f"{item}__in": taken.values("item")})

    return Access(
        compartment=Compartment.SUBJECT_ACCESS,
        site=f"{case}__site",
        holders=(Held(f"{case}__assignments", {"capacity": Capacity.IDVA_LEAD}),),
        subjects=(
            f"{case}__perpetrator__person",
            f"{case}__perpetrator__dyads__victim_survivor__person",
        ),
        narrowed={Role.IDVA: what_he_gets} if item else {},
    )


class PackRequest(Recorded):
    """That the service user asked for what is held about him."""

    drive_case = models.ForeignKey(DriveCase, on_delete=models.PROTECT, related_name="+")
    asked_on = models.DateField()
    identity = models.CharField(max_length=10, choices=IdentityCheck.choices())
    due_on = models.DateField()

    access = _access("drive_case")
    objects = VisibleQuerySet["PackRequest"].as_manager()

    class Meta:
        ordering = ["-asked_on", "-recorded_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(due_on__gt=F("asked_on")), name="pack_is_due_after_it_was_asked_for"
            )
        ]


class PackAssembly(Recorded):
    """That somebody put the pack together, or together again. The latest one answers for it."""

    request = models.ForeignKey(PackRequest, on_delete=models.PROTECT, related_name="assemblies")
    sequence = models.PositiveSmallIntegerField()

    access = _access("request__drive_case")
    objects = VisibleQuerySet["PackAssembly"].as_manager()

    class Meta:
        ordering = ["request", "sequence"]
        constraints = [
            models.UniqueConstraint(
                fields=["request", "sequence"], name="one_pack_assembly_a_sequence"
            )
        ]


class PackItem(Recorded):
    """One thing of the case, copied as it stood; its text lies sealed and never changes.

    What came from her side has no text here: it is not copied.
    """

    request = models.ForeignKey(PackRequest, on_delete=models.PROTECT, related_name="items")
    kind = models.CharField(max_length=10, choices=PackKind.choices())
    source = models.UUIDField()
    happened_on = models.DateField()
    heading = models.CharField(max_length=300)
    sealed_text = SealedTextField(compartment="casework", blank=True)
    supersedes = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="superseded_by"
    )

    access = _access("request__drive_case", "pk")
    objects = VisibleQuerySet["PackItem"].as_manager()

    class Meta:
        ordering = ["happened_on", "kind", "recorded_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["request", "kind", "source"],
                condition=Q(supersedes=None),
                name="one_first_pack_item_a_source",
            ),
            models.CheckConstraint(
                condition=~Q(supersedes=F("id")), name="pack_item_does_not_supersede_itself"
            ),
        ]


class PackDecision(Recorded):
    """That an item is in or left out, and why; the row that none supersedes counts.

    `places` are the pairs of numbers between which the text is blacked out. The first row of
    each item is made by itself.
    """

    item = models.ForeignKey(PackItem, on_delete=models.PROTECT, related_name="decisions")
    included = models.BooleanField()
    reason = models.CharField(max_length=10, blank=True, choices=LeftOut.choices())
    sealed_why = SealedTextField(compartment="casework", blank=True)
    places = models.JSONField(default=list)
    supersedes = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="superseded_by"
    )

    access = _access("item__request__drive_case", "item")
    objects = VisibleQuerySet["PackDecision"].as_manager()

    class Meta:
        ordering = ["item", "recorded_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(included=True, reason="") | (Q(included=False) & ~Q(reason="")),
                name="pack_item_in_or_left_out_for_a_reason",
            ),
            models.UniqueConstraint(
                fields=["item"], condition=Q(supersedes=None), name="one_first_pack_decision"
            ),
            models.CheckConstraint(
                condition=~Q(supersedes=F("id")), name="pack_decision_does_not_supersede_itself"
            ),
        ]


class PackSignature(Recorded):
    """That somebody signed the pack as it stood, known by its digest. A change voids it."""

    request = models.ForeignKey(PackRequest, on_delete=models.PROTECT, related_name="signatures")
    signed_as = models.CharField(max_length=16, choices=SignsAs.choices())
    digest = models.CharField(max_length=64)
    voided_at = models.DateTimeField(null=True)
    voided_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    access = _access("request__drive_case")
    objects = VisibleQuerySet["PackSignature"].as_manager()

    class Meta:
        ordering = ["recorded_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["request", "recorded_by"],
                condition=Q(voided_at=None),
                name="one_standing_signature_a_person",
            ),
            models.CheckConstraint(
                condition=Q(voided_at=None, voided_by=None)
                | Q(voided_at__isnull=False, voided_by__isnull=False),
                name="pack_signature_voided_at_and_by_together",
            ),
        ]


class PackLeft(Recorded):
    """That the pack left, once: the row of the ledger, and the digest of what he got."""

    request = models.OneToOneField(PackRequest, on_delete=models.PROTECT, related_name="left")
    release = models.OneToOneField(Release, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)

    access = _access("request__drive_case")
    objects = VisibleQuerySet["PackLeft"].as_manager()
