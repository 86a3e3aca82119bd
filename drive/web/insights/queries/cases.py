"""Finding Idva cases, and the hearings whose victim-survivor has no Idva yet."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from drive.vocabulary.insights import InsightsStage
from drive.web.accounts.models import User
from drive.web.insights.models import IdvaCase, InsightsForm
from drive.web.people.models import Dyad


def cases_of(actor: User) -> QuerySet[IdvaCase]:
    """Return the cases that the actor may see, with the people they are about."""
    return (
        IdvaCase.objects.visible_to(actor)
        .select_related("dyad__perpetrator__person", "dyad__victim_survivor__person", "site")
        .prefetch_related("forms")
    )


def waiting_for_idva(actor: User) -> QuerySet[Dyad]:
    """Return the pairs heard at a Marac whose victim-survivor never had an Idva, newest first."""
    ever = IdvaCase.objects.filter(dyad=OuterRef("pk"))
    return (
        Dyad.objects.visible_to(actor)
        .filter(~Exists(ever), hearings__isnull=False)
        .select_related("perpetrator__person", "perpetrator__site", "victim_survivor__person")
        .order_by("-recorded_at", "id")
        .distinct()
    )


def without_intake(actor: User) -> QuerySet[IdvaCase]:
    """Return the open cases whose intake form is still to be filled in."""
    done = InsightsForm.objects.filter(idva_case=OuterRef("pk"), stage=InsightsStage.INTAKE)
    return cases_of(actor).filter(~Exists(done), closed_on=None).order_by("opened_on")


def without_exit(actor: User) -> QuerySet[IdvaCase]:
    """Return the closed cases whose exit form was not filled in."""
    done = InsightsForm.objects.filter(idva_case=OuterRef("pk"), stage=InsightsStage.EXIT)
    return cases_of(actor).filter(~Exists(done) & Q(closed_on__isnull=False)).order_by("-closed_on")
