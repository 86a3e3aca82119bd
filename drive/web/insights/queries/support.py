"""The Idva's notes, how support stands, safety plans and moves; opened where they are sealed."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet

from drive.vocabulary.answers import YesNo
from drive.vocabulary.support import SupportWith
from drive.web.accounts.models import User
from drive.web.core.sealing import unseal_field
from drive.web.insights.models import (
    Engagement,
    IdvaCase,
    SafetyPlan,
    SupportNote,
    Transfer,
)


def opened_text(row: SupportNote | Engagement | SafetyPlan) -> str:
    """Return the text of a row, opened."""
    return unseal_field(row, "sealed_text")


def where_to(row: Transfer) -> str:
    """Return where she went, opened."""
    return unseal_field(row, "sealed_where")


def notes_on(case: IdvaCase, actor: User) -> QuerySet[SupportNote]:
    """Return the notes of a case that somebody may read, with what was added to each."""
    return (
        SupportNote.objects.visible_to(actor)
        .filter(idva_case=case, corrects=None)
        .select_related("recorded_by")
        .prefetch_related("given", "additions__recorded_by", "additions__given")
    )


def counted() -> QuerySet[SupportNote]:
    """Return the notes that count: not those whose work was taken back, nor what takes it back."""
    taken = SupportNote.objects.filter(corrects=OuterRef("pk"), takes_back=True)
    return SupportNote.objects.filter(~Exists(taken), takes_back=False).order_by()


def contacts_with_her(case: IdvaCase) -> int:
    """Return on how many notes of a case she was reached, as the exit form asks."""
    with_her = counted().filter(idva_case=case, spoke_with=SupportWith.HER, reached=YesNo.YES)
    return with_her.filter(corrects=None).count()


def engagement_of(case: IdvaCase) -> Engagement | None:
    """Return how support stands now, if that was ever said."""
    rows = Engagement.objects.filter(idva_case=case, superseded_by=None)
    return rows.select_related("recorded_by").first()


def engagements_on(case: IdvaCase, actor: User) -> QuerySet[Engagement]:
    """Return how support stood from day to day, the latest first."""
    rows = Engagement.objects.visible_to(actor).filter(idva_case=case)
    return rows.select_related("recorded_by")


def attempts_on(case: IdvaCase, actor: User) -> QuerySet[SupportNote]:
    """Return the notes that say whether she was reached, the latest first."""
    with_her = counted().filter(spoke_with=SupportWith.HER, corrects=None).exclude(reached="")
    rows = SupportNote.objects.visible_to(actor).filter(idva_case=case, pk__in=with_her)
    return rows.select_related("recorded_by")


def plan_of(case: IdvaCase) -> SafetyPlan | None:
    """Return the version of the safety plan that stands, if there is one."""
    rows = SafetyPlan.objects.filter(idva_case=case, superseded_by=None)
    return rows.select_related("recorded_by").first()


def plans_on(case: IdvaCase, actor: User) -> QuerySet[SafetyPlan]:
    """Return every version of the safety plan, the latest first."""
    rows = SafetyPlan.objects.visible_to(actor).filter(idva_case=case)
    return rows.select_related("recorded_by")


def moves_on(case: IdvaCase, actor: User) -> QuerySet[Transfer]:
    """Return where she moved, the latest first, for whoever holds the case now."""
    rows = Transfer.objects.visible_to(actor).filter(idva_case=case)
    return rows.select_related("recorded_by")
