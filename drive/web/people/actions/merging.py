"""Making two people one, and undoing it. Rows point to the person they always pointed to."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from drive.vocabulary.identity import CandidateState, Verdict
from drive.web.accounts.actions import share_exclusions
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.people.actions.notices import tell_sites
from drive.web.people.exceptions import KeptApart, NotMerged, OneDyad
from drive.web.people.models import LinkageRun, MatchCandidate, MatchDecision, Merge, Person
from drive.web.people.queries import groups_of, stand_in_one_dyad


@transaction.atomic
def merge_people(
    *,
    one: Person,
    other: Person,
    decision: MatchDecision | None = None,
    rule: str = "",
    run: LinkageRun | None = None,
    by: User,
    now: datetime,
) -> Merge | None:
    """Say that two people are one: by a decision, or by a rule of the machine.

    Whoever is kept away from one of the two by name is then kept away from both. None is returned
    where others have made the two one already: every merge joins two groups, so that undoing it
    parts them again.

    Raises
    ------
    OneDyad
        If the groups of the two hold a perpetrator and a victim-survivor of one case.
    KeptApart
        If somebody of the one group was decided to be different from somebody of the other.
    """
    first, second = sorted((one, other), key=lambda person: person.pk)
    mine, theirs = _locked_groups(first, second)
    if mine == theirs:
        return None
    _refuse_one_dyad(mine, theirs)
    _refuse_kept_apart(mine, theirs)
    merge = Merge.objects.create(
        one=first,
        other=second,
        decision=decision,
        rule=rule,
        run=run,
        recorded_at=now,
        recorded_by=by,
    )
    _find_roots({*mine, *theirs})
    share_exclusions(people={*mine, *theirs}, by=by, now=now)
    tell_sites(group={*mine, *theirs}, by=by, now=now)
    record_change("people.merge", merge, first, second, by=by, now=now)
    return merge


@transaction.atomic
def undo_merge(*, merge: Merge, reason: str, by: User, now: datetime) -> Merge:
    """Undo a merge: what was one group is two again. Whoever was kept away stays away from both.

    Raises
    ------
    NotMerged
        If it was undone already.
    """
    locked = Merge.objects.select_for_update().get(pk=merge.pk)
    if locked.undone_at is not None:
        raise NotMerged("This merge was undone already.")
    group, _ = _locked_groups(locked.one, locked.other)
    locked.undone_at, locked.undone_by, locked.undone_reason = now, by, reason
    locked.save(update_fields=["undone_at", "undone_by", "undone_reason"])
    _find_roots(group)
    for part in groups_of([locked.one_id, locked.other_id]).values():
        tell_sites(group=part, by=by, now=now)
    record_change("people.undo_merge", locked, by=by, now=now)
    return locked


def refuse_to_merge(
    *, one: Person, other: Person, asked_again: MatchCandidate | None = None
) -> None:
    """Refuse if two people cannot be made one; the answer to `asked_again` is not looked at.

    Raises
    ------
    OneDyad, KeptApart
        As `merge_people` does.
    """
    groups = groups_of([one.pk, other.pk])
    mine, theirs = groups[one.pk], groups[other.pk]
    _refuse_one_dyad(mine, theirs)
    _refuse_kept_apart(mine, theirs, asked_again=asked_again)


def _locked_groups(one: Person, other: Person) -> tuple[set[UUID], set[UUID]]:
    """Lock everybody who is one of two people; whoever joins them meanwhile is locked too."""
    locked: set[UUID] = set()
    while True:
        groups = groups_of([one.pk, other.pk])
        mine, theirs = groups[one.pk], groups[other.pk]
        if mine | theirs == locked:
            return mine, theirs
        locked = mine | theirs
        list(Person.objects.select_for_update().filter(pk__in=locked).order_by("pk"))


def _refuse_one_dyad(mine: set[UUID], theirs: set[UUID]) -> None:
    if stand_in_one_dyad(mine, theirs):
        raise OneDyad(
            "These two stand in one case as perpetrator and victim-survivor. They are two people; "
            "if one of the names is wrong, correct it first.",
            field="verdict",
        )


def _refuse_kept_apart(
    mine: set[UUID], theirs: set[UUID], *, asked_again: MatchCandidate | None = None
) -> None:
    between = Q(one__in=mine, other__in=theirs) | Q(one__in=theirs, other__in=mine)
    apart = MatchCandidate.objects.filter(
        between, state=CandidateState.SETTLED, verdict=Verdict.DIFFERENT
    )
    if asked_again is not None:
        apart = apart.exclude(pk=asked_again.pk)
    if apart.exists():
        raise KeptApart(
            "Records of these two people were decided to be different people. Overrule that "
            "decision first, with a reason.",
            field="verdict",
        )


def _find_roots(people: Iterable[UUID]) -> None:
    """Give every person of some groups the one who stands for it, from the live merges."""
    rows = list(Person.objects.filter(pk__in=list(people)).order_by("recorded_at", "pk"))
    keys = [row.pk for row in rows]
    live = Merge.objects.filter(undone_at=None, one__in=keys, other__in=keys)
    head = {key: key for key in keys}
    for one, other in live.values_list("one", "other"):
        old, new = head[other], head[one]
        head = {key: new if at == old else at for key, at in head.items()}
    first: dict[UUID, Person] = {}
    for row in rows:
        stands = first.setdefault(head[row.pk], row)
        row.survivor = None if stands.pk == row.pk else stands
    Person.objects.bulk_update(rows, ["survivor"])
