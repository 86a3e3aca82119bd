"""Children, what they are to children's social care, and what was done for them."""

from django.db import models

from drive.vocabulary.registers import ChildDecision, ChildEventKind, ChildStatus
from drive.web.registers.models.entry import Entry, kept


class Child(Entry):
    """A child whom the case is about: a label, never a full name."""

    label = models.TextField()
    born_in = models.PositiveSmallIntegerField(null=True)
    school = models.TextField(blank=True)

    class Meta(Entry.Meta):
        constraints = kept("label", "school")


class ChildStatusChange(Entry):
    """What a child is to children's social care from a day on; the latest counts."""

    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=16, choices=ChildStatus.choices())

    class Meta(Entry.Meta):
        constraints = kept()


class ChildEvent(Entry):
    """A referral, a report, a meeting, a request."""

    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16, choices=ChildEventKind.choices())
    decision = models.CharField(max_length=12, blank=True, choices=ChildDecision.choices())
    decided_on = models.DateField(null=True)

    class Meta(Entry.Meta):
        constraints = kept()
