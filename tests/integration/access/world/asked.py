"""Asked and made one: across sites, across roles, and a question that waits."""

from __future__ import annotations

from dataclasses import dataclass

from drive.vocabulary.identity import LinkageRunKind, PartyRole, Verdict
from drive.web.accounts.models import User
from drive.web.identity.actions import decide
from drive.web.people.actions import ask_for_run
from drive.web.people.models import KnownElsewhere, MatchCandidate, Merge, Person
from drive.web.referrals.models import MaracHearing
from tests.cast import NOW, Cast
from tests.factories.identity import question
from tests.factories.people import people_of
from tests.integration.access.world.numbers import (
    CLOSED,
    CONTROL,
    ESSEX,
    OTHER_ESSEX,
    SUSSEX,
    WAITING,
)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """The question that waits, the merge of two perpetrators, and what the sites are told."""

    candidate: MatchCandidate
    merge: Merge
    people: dict[int, Person]
    notices: dict[str, KnownElsewhere]


def asked(cast: Cast, hearings: dict[int, MaracHearing]) -> Asked:
    """Make the perpetrators of ESSEX and SUSSEX one, and their victim-survivors; make somebody
    one who is a perpetrator in OTHER_ESSEX and a victim-survivor in CONTROL."""
    reviewers = [cast.allocator, cast.second_allocator]
    his = {number: people_of(hearing)[0] for number, hearing in hearings.items()}
    hers = {number: people_of(hearing)[1] for number, hearing in hearings.items()}
    ask_for_run(kind=LinkageRunKind.NIGHTLY, by=cast.allocator, now=NOW)
    _made_one(question(his[ESSEX], his[SUSSEX]), reviewers)
    _made_one(question(hers[ESSEX], hers[SUSSEX]), reviewers[:1])
    _made_one(question(his[OTHER_ESSEX], hers[CONTROL], crosses_roles=True), reviewers)
    pair = {his[ESSEX].pk, his[SUSSEX].pk}
    notices = KnownElsewhere.objects.filter(role=PartyRole.PERPETRATOR).select_related("site")
    return Asked(
        candidate=question(his[WAITING], his[CLOSED]),
        merge=Merge.objects.get(one__in=pair, other__in=pair),
        people=his,
        notices={notice.site.code: notice for notice in notices},
    )


def _made_one(candidate: MatchCandidate, reviewers: list[User]) -> None:
    for by in reviewers:
        decide(candidate=candidate, verdict=Verdict.SAME, reason="reasonedtogether", by=by, now=NOW)
