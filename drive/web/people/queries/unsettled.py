"""Of whom it is not settled who he is: nobody draws for him until it is."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, F, OuterRef, QuerySet
from django.db.models.functions import Coalesce

from drive.web.people.models import MatchCandidate, Perpetrator, Person
from drive.web.people.queries.groups import groups_of, portions
from drive.web.people.rules import UNSETTLED


def identity_unsettled(person_ids: Iterable[UUID]) -> dict[UUID, datetime]:
    """Return since when it is open who some perpetrators are; who is settled is not named.

    Open is a person who was not yet compared with everybody on record, from when he was recorded;
    and one who may be the same as another perpetrator, from when the machine asked. It holds for
    everybody who is the same human being.
    """
    groups = groups_of(person_ids)
    everybody = list(set().union(*groups.values()))
    since = _not_compared(everybody)
    for key, asked_at in _asked_about(everybody):
        since[key] = min(asked_at, since.get(key, asked_at))
    found = {
        key: min((since[one] for one in group if one in since), default=None)
        for key, group in groups.items()
    }
    return {key: moment for key, moment in found.items() if moment is not None}


def _not_compared(people: list[UUID]) -> dict[UUID, datetime]:
    since: dict[UUID, datetime] = {}
    for some in portions(people):
        waiting = Person.objects.filter(pk__in=some, compared_at=None).order_by()
        since.update(waiting.values_list("pk", "recorded_at"))
    return since


def _asked_about(people: list[UUID]) -> Iterator[tuple[UUID, datetime]]:
    """Return the people about whom a question between perpetrators is open, and since when."""
    asked = open_between_perpetrators().order_by("recorded_at")
    for some in portions(people):
        for side in ("one", "other"):
            yield from asked.filter(**{f"{side}__in": some}).values_list(side, "recorded_at")


def open_between_perpetrators() -> QuerySet[MatchCandidate]:
    """Return the open questions whether two perpetrators, not yet made one, are one."""

    def he_is_one(side: str) -> Exists:
        return Exists(Perpetrator.objects.filter(person=OuterRef(side)))

    return (
        MatchCandidate.objects.filter(he_is_one("one"), he_is_one("other"), state__in=UNSETTLED)
        .annotate(
            one_root=Coalesce("one__survivor", "one"),
            other_root=Coalesce("other__survivor", "other"),
        )
        .exclude(one_root=F("other_root"))
    )
