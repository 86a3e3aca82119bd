"""Facts of both sides of the Essex case, what crossed, what rests on it, and a silence of both."""

from __future__ import annotations

from dataclasses import dataclass

from drive.vocabulary.facts import ChronologyKind, CitationKind, Independence, OverrideRole, Use
from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.models import User
from drive.web.casework.models import ContactStrategy, DriveCase
from drive.web.information import actions
from drive.web.information.models import EventRelease, Fact, Folder, ReleasedItem
from drive.web.insights.models import IdvaCase
from drive.web.tasks.models import Task
from tests.cast import NOW, Cast
from tests.factories.facts import event, fact, her_word, keeper, released, wished
from tests.integration.access.world.numbers import ESSEX, SUSSEX


@dataclass(frozen=True, kw_only=True)
class Known:
    """By side: a fact, a summary that it released, and an event that it released."""

    facts: dict[str, Fact]
    items: dict[str, ReleasedItem]
    events: dict[str, EventRelease]


HIS, HERS = "his", "hers"


def known(
    cast: Cast,
    cases: dict[int, DriveCase],
    idva_cases: dict[int, IdvaCase],
    version: ContactStrategy,
) -> Known:
    """Make it all; each canary names the case."""
    his, hers = _folders(cases, idva_cases, ESSEX)
    told = _told(cast, hers)
    seen = fact(cast, his, f"hisfact{ESSEX}")
    items = {
        HERS: released(
            cast,
            hers,
            his,
            told,
            text=f"releasedhers{ESSEX}",
            purpose=f"purposehers{ESSEX}",
        ),
        HIS: released(cast, his, hers, seen, text=f"releasedhis{ESSEX}"),
    }
    _rests(cast, his, version, items[HERS].fact)
    _silent(cast, *_folders(cases, idva_cases, SUSSEX))
    event(his, days_ago=3)
    event(hers, days_ago=2)
    return Known(
        facts={HIS: seen, HERS: told},
        items=items,
        events={HIS: _given(his, hers), HERS: _given(hers, his)},
    )


def _folders(
    cases: dict[int, DriveCase], idva_cases: dict[int, IdvaCase], number: int
) -> tuple[Folder, Folder]:
    about = (cases[number].pk, idva_cases[number].pk)
    return Folder.objects.get(about=about[0]), Folder.objects.get(about=about[1])


def _told(cast: Cast, hers: Folder) -> Fact:
    by = keeper(hers)
    told = her_word(cast, hers, f"herfact{ESSEX}", conditions=f"conditions{ESSEX}")
    other = fact(cast, hers, f"herother{ESSEX}")
    fact(cast, hers, f"hermade{ESSEX}", told, other)
    actions.corroborate(
        fact=told,
        corroborated_by=other,
        independent=Independence.UNSURE,
        why=f"whycorrob{ESSEX}",
        by=by,
        now=NOW,
    )
    wished(told, words=f"wishwords{ESSEX}")
    gone = fact(cast, hers, f"hergone{ESSEX}")
    actions.withdraw_fact(fact=gone, reason=f"withdrawnbecause{ESSEX}", by=by, now=NOW)
    return told


def _rests(cast: Cast, his: Folder, version: ContactStrategy, found: Fact) -> None:
    """Let the strategy rest on her word alone, and both decide that it goes on."""
    actions.cite(
        facts=[found],
        use=Use.CONTACT,
        kind=CitationKind.STRATEGY,
        about=version.pk,
        by=cast.case_manager,
        now=NOW,
    )
    for role, by, reason in (
        (OverrideRole.SERVICE_MANAGER, cast.service_manager, f"overridesm{ESSEX}"),
        (OverrideRole.IDVA_LEAD, cast.idva, f"overridelead{ESSEX}"),
    ):
        actions.override(
            folder=his, about=version.pk, use=Use.CONTACT, role=role, reason=reason, by=by, now=NOW
        )


def _silent(cast: Cast, his: Folder, hers: Folder) -> None:
    """Let both go quiet elsewhere, and the service manager there note what was done."""
    event(his, days_ago=3)
    event(hers, days_ago=2)
    by: User = cast.west_sussex_service_manager
    actions.settle_quiet(
        task=Task.objects.get(kind=TaskKind.GONE_QUIET, about=his.about),
        text=f"quietnote{SUSSEX}",
        tell_case_manager=False,
        by=by,
        now=NOW,
    )


def _given(giver: Folder, receiver: Folder) -> EventRelease:
    made = event(giver, ChronologyKind.ORDER, days_ago=9)
    [row] = actions.release_events(
        giver=giver, receiver=receiver, events=[made], by=keeper(giver), now=NOW
    )
    return row
