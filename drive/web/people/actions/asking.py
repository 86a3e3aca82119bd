"""Opening the questions that reviewers answer, and joining what a rule may join."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from drive.vocabulary.identity import CandidateState, Verdict
from drive.web.accounts.models import User
from drive.web.people.actions.merging import merge_people, refuse_to_merge
from drive.web.people.actions.pairs import Found, equal_facts
from drive.web.people.exceptions import KeptApart, OneDyad
from drive.web.people.models import LinkageRun, MatchCandidate, Person
from drive.web.people.queries import groups_of
from drive.web.people.rules import is_sampled, rule_for

if TYPE_CHECKING:
    from drive.linkage import Linkage

AfterMerge = Callable[[Iterable[Person]], object]
"""What the apps above do in the same transaction when people were made one."""


@transaction.atomic
def settle_or_ask(
    found: Found,
    linkage: Linkage,
    run: LinkageRun,
    *,
    after_merge: AfterMerge | None,
    by: User,
    now: datetime,
) -> None:
    """Join two people by a rule if one holds, else open the question, unless it was asked already.

    Parameters
    ----------
    after_merge : callable or None
        Without it nothing is joined: every pair is put to a reviewer.
    """
    people = {
        person.pk: person
        for person in Person.objects.select_for_update()
        .filter(pk__in=[found.one.person, found.other.person])
        .order_by("pk")
    }
    one, other = people[found.one.person], people[found.other.person]
    groups = groups_of(people)
    if groups[one.pk] == groups[other.pk] or _was_asked(groups[one.pk], groups[other.pk], people):
        return
    try:
        refuse_to_merge(one=one, other=other)
    except (OneDyad, KeptApart):
        return
    rule = _rule(found, linkage, groups) if after_merge else None
    if rule and after_merge:
        merge_people(one=one, other=other, rule=rule, run=run, by=by, now=now)
        after_merge([one, other])
        run.merged += 1
    else:
        _ask(found, linkage, run, by=by, now=now)
        run.candidates_opened += 1


def _was_asked(mine: set[UUID], theirs: set[UUID], pair: Iterable[UUID]) -> bool:
    """Return whether a row stands between two groups; of "cannot tell" only between these two."""
    between = Q(one__in=mine, other__in=theirs) | Q(one__in=theirs, other__in=mine)
    rows = MatchCandidate.objects.filter(between)
    open_to_more = Q(state=CandidateState.SETTLED, verdict=Verdict.CANNOT_TELL)
    keys = list(pair)
    return rows.exclude(open_to_more).exists() or rows.filter(one__in=keys, other__in=keys).exists()


def _rule(found: Found, linkage: Linkage, groups: dict[UUID, set[UUID]]) -> str | None:
    # Somebody new who stands alone: so no two people on record are ever joined by way of a third.
    alone = any(
        not each.compared and len(groups[each.person]) == 1 for each in (found.one, found.other)
    )
    if not alone:
        return None
    rule = rule_for(equal_facts(found, linkage), same_role=found.same_role, linked=found.linked)
    return rule.name if rule else None


def _ask(
    found: Found, linkage: Linkage, run: LinkageRun, *, by: User, now: datetime
) -> MatchCandidate:
    first, second = sorted((found.one, found.other), key=lambda each: each.person)
    words = linkage.explain(str(first.mention), str(second.mention))
    return MatchCandidate.objects.create(
        one_id=first.person,
        other_id=second.person,
        one_mention_id=first.mention,
        other_mention_id=second.mention,
        run=run,
        agreements=list(words.agreements),
        disagreements=list(words.disagreements),
        unknown=list(words.unknown),
        weight=found.weight,
        stratum=found.stratum,
        crosses_roles=not found.same_role,
        of_large_group=found.of_large_group,
        sampled=is_sampled(first.person, second.person),
        recorded_at=now,
        recorded_by=by,
    )
