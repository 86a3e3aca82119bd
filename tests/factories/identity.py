"""Questions of identity and those who decide them. All people are synthetic."""

from datetime import datetime

from drive.vocabulary.identity import Verdict
from drive.web.accounts.actions import add_user, grant_role, system_user
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.identity.actions import decide
from drive.web.people.models import MatchCandidate, MatchDecision, Person, PersonMention
from tests.cast import NOW, PASSWORD

REASON = "Same date of birth, same tattoo in both minutes."


def reviewer(username: str) -> User:
    """Add one more allocator."""
    by = system_user()
    name = username.replace("-", " ").capitalize()
    user = add_user(username=username, name=name, password=PASSWORD, by=by, now=NOW)
    grant_role(user=user, role=Role.ALLOCATOR, by=by, now=NOW)
    return User.objects.get(pk=user.pk)


def question(
    one: Person,
    other: Person,
    *,
    crosses_roles: bool = False,
    sampled: bool = False,
    of_large_group: bool = False,
    now: datetime = NOW,
) -> MatchCandidate:
    """Open a question as the comparison does, without the seconds that it takes."""
    first, second = sorted((one, other), key=lambda person: person.pk)
    return MatchCandidate.objects.create(
        one=first,
        other=second,
        one_mention=_mention(first),
        other_mention=_mention(second),
        agreements=["the same surname", "the same date of birth"],
        disagreements=["the forename differs by a letter"],
        unknown=["telephone number"],
        weight=7.31,
        stratum="household",
        crosses_roles=crosses_roles,
        sampled=sampled,
        of_large_group=of_large_group,
        recorded_at=now,
        recorded_by=system_user(),
    )


def _mention(person: Person) -> PersonMention:
    return PersonMention.objects.filter(person=person).order_by("recorded_at", "pk")[0]


def decided(
    candidate: MatchCandidate, verdict: Verdict, by: User, *, overrule: bool = False
) -> MatchDecision:
    """Decide a question."""
    made = decide(
        candidate=candidate, verdict=verdict, reason=REASON, overrule=overrule, by=by, now=NOW
    )
    candidate.refresh_from_db()
    return made
