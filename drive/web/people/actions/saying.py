"""What somebody said of two people while entering a hearing: it counts as a reviewer's word."""

from datetime import datetime

from django.db import transaction

from drive.vocabulary.identity import Verdict
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.people.actions.merging import merge_people
from drive.web.people.models import MatchCandidate, MatchDecision, Merge, Person, PersonMention
from drive.web.people.queries import groups_of, stand_in_one_dyad
from drive.web.people.rules import Likeness, is_sampled, needs_second, outcome

REASONS = {
    Verdict.SAME: "Said when the hearing was entered: this is the person on record.",
    Verdict.DIFFERENT: "Said when the hearing was entered: none of the people shown is meant.",
}


@transaction.atomic
def say_at_entry(
    *,
    person: Person,
    other: Person,
    role: str,
    likeness: Likeness,
    verdict: Verdict,
    by: User,
    now: datetime,
) -> Merge | None:
    """Note whether somebody just recorded is somebody on record, and make them one if settled.

    Across roles two people look, as always: then the word is the first of two.

    Parameters
    ----------
    person, other : Person
        The one just recorded, and the one on record who was shown.
    role : str
        The role of the one just recorded.
    """
    groups = groups_of([person.pk, other.pk])
    mine, theirs = groups[person.pk], groups[other.pk]
    if mine == theirs or stand_in_one_dyad(mine, theirs):
        return None
    candidate = _candidate(person, other, role, likeness, by=by, now=now)
    state, settled = outcome(
        [verdict],
        needs_second=needs_second(
            crosses_roles=candidate.crosses_roles, both_drawn=False, sampled=candidate.sampled
        ),
    )
    candidate.state, candidate.verdict = state, settled or ""
    candidate.save(force_insert=True)
    decision = MatchDecision.objects.create(
        candidate=candidate,
        number=1,
        verdict=verdict,
        reason=REASONS[verdict],
        recorded_at=now,
        recorded_by=by,
    )
    record_change("people.say_at_entry", candidate, by=by, now=now)
    if settled is not Verdict.SAME:
        return None
    return merge_people(one=person, other=other, decision=decision, by=by, now=now)


def _candidate(
    person: Person, other: Person, role: str, likeness: Likeness, *, by: User, now: datetime
) -> MatchCandidate:
    first, second = sorted((person, other), key=lambda each: each.pk)
    mentions = {each.pk: _mention(each, role) for each in (person, other)}
    return MatchCandidate(
        one=first,
        other=second,
        one_mention=mentions[first.pk],
        other_mention=mentions[second.pk],
        agreements=list(likeness.agreements),
        disagreements=list(likeness.disagreements),
        unknown=list(likeness.unknown),
        crosses_roles=mentions[other.pk].role != role,
        sampled=is_sampled(first.pk, second.pk),
        recorded_at=now,
        recorded_by=by,
    )


def _mention(person: Person, role: str) -> PersonMention:
    """Return the first mention of somebody, in the role if there is one."""
    mentions = list(PersonMention.objects.filter(person=person).order_by("recorded_at", "pk"))
    return next((each for each in mentions if each.role == role), mentions[0])
