"""A narrative of a round, and its text in versions: redacted, looked over, redacted again."""

from collections.abc import Callable

from django.db import models
from django.db.models import Q

from drive.vocabulary.adjudication import NarrativeState
from drive.web.accounts.permissions import Access, VisibleQuerySet
from drive.web.accounts.roles import Compartment, Role
from drive.web.adjudication.models.rounds import Round
from drive.web.core.models import Recorded
from drive.web.core.sealing import SealedTextField
from drive.web.insights.models import InsightsForm

_CASE = "insights_form__idva_case"


def reached(path: str, shown: Callable[[], Q]) -> Access:
    """Return how a row is reached that hangs on a narrative.

    The Idva who holds the case reaches it, and whoever rates in its round; these only once it is
    shown.
    """
    pair = f"{path}{_CASE}__dyad"
    return Access(
        compartment=Compartment.ADJUDICATION,
        holders=(f"{path}{_CASE}__assignments", f"{path}round__seats"),
        subjects=(f"{pair}__perpetrator__person", f"{pair}__victim_survivor__person"),
        narrowed={Role.CODER: shown},
    )


class Narrative(Recorded):
    """One form's narrative in a round. Its place in the order came by chance.

    The relation to the form is hidden, so that nothing leads from a form to whether it was drawn.
    """

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="narratives")
    place = models.PositiveSmallIntegerField()
    insights_form = models.ForeignKey(InsightsForm, on_delete=models.PROTECT, related_name="+")

    access = reached("", lambda: Q(pk__in=shown_now().values("narrative")))
    objects = VisibleQuerySet["Narrative"].as_manager()

    class Meta:
        ordering = ["round", "place"]
        constraints = [
            models.UniqueConstraint(fields=["round", "place"], name="one_narrative_a_place"),
            models.UniqueConstraint(fields=["round", "insights_form"], name="a_form_once_a_round"),
        ]


class Redaction(Recorded):
    """The text of a narrative, redacted: sealed as it is shown. Added to, never changed.

    `removed` counts what was taken out, by kind. The row that none supersedes is how it stands.
    """

    narrative = models.ForeignKey(Narrative, on_delete=models.PROTECT, related_name="redactions")
    state = models.CharField(max_length=10, choices=NarrativeState.choices())
    sealed_text = SealedTextField(compartment="adjudication")
    removed = models.JSONField(default=dict)
    supersedes = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="superseded_by"
    )

    access = reached("narrative__", lambda: Q(pk__in=shown_now().values("pk")))
    objects = VisibleQuerySet["Redaction"].as_manager()

    class Meta:
        ordering = ["-recorded_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["narrative"], condition=Q(supersedes=None), name="one_first_redaction"
            ),
            models.CheckConstraint(
                condition=~Q(supersedes=models.F("id")),
                name="redaction_does_not_supersede_itself",
            ),
        ]


def shown_now() -> models.QuerySet[Redaction]:
    """Return the texts that adjudicators read: looked over, and not superseded."""
    return Redaction.objects.filter(state=NarrativeState.CLEARED, superseded_by=None).order_by()
