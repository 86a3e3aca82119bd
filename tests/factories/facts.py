"""Facts, and what crosses, made by walking the real actions. All of it is invented."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from drive.vocabulary.answers import Answer, InformationSource, YesNo, known
from drive.vocabulary.documents import HandlingCode
from drive.vocabulary.facts import (
    ChronologyKind,
    FactTopic,
    Independence,
    Reliability,
    SourceRoute,
    WishAnswer,
)
from drive.web.accounts.models import User
from drive.web.casework.models import DriveCase
from drive.web.information import actions
from drive.web.information.models import ChronologyEvent, Fact, Folder, ReleasedItem
from drive.web.insights.models import IdvaCase
from tests.cast import NOW, Cast
from tests.factories.casework import case_at
from tests.factories.insights import idva_case

TODAY = NOW.date()
HER = InformationSource.VICTIM_SURVIVOR
POLICE = InformationSource.POLICE


@dataclass(frozen=True, kw_only=True)
class Pair:
    """A Drive case and the Idva case of one pair, each with its folder."""

    case: DriveCase
    idva_case: IdvaCase
    his: Folder
    hers: Folder


def pair(cast: Cast, number: int = 1) -> Pair:
    """Open both cases of one pair."""
    case = case_at(cast, number=number)
    supported = idva_case(cast, dyad=case.perpetrator.dyads.get())
    return Pair(
        case=case,
        idva_case=supported,
        his=Folder.objects.get(about=case.pk),
        hers=Folder.objects.get(about=supported.pk),
    )


def saying(statement: str = "He has a van.", **about: Any) -> actions.Saying:
    """Return what is said of a fact: by the police, known without her."""
    said: dict[str, Any] = {
        "statement": statement,
        "topic": FactTopic.ABUSE,
        "source_kind": POLICE,
        "route": SourceRoute.DIRECT,
        "without_her": Independence.YES,
        "learned_on": TODAY,
        "reliability": Reliability.LIKELY,
        "inferable": known(YesNo.NO),
    }
    return actions.Saying(**{**said, **about})


def fact(
    cast: Cast, folder: Folder, statement: str = "He has a van.", *made_from: Fact, **about: Any
) -> Fact:
    """Record a fact, as whoever keeps the folder."""
    return actions.record_fact(
        folder=folder,
        said=saying(statement, **about),
        derives_from=made_from,
        by=keeper(folder),
        now=NOW,
    )


def her_word(cast: Cast, folder: Folder, statement: str = "He has a van.", **about: Any) -> Fact:
    """Record what she told."""
    return fact(cast, folder, statement, source_kind=HER, **about)


def keeper(folder: Folder) -> User:
    """Return who keeps a folder now."""
    return folder.custodians.get(ended_at=None).user


def corroborated(
    cast: Cast, found: Fact, by: Fact, independent: Independence = Independence.YES
) -> None:
    """Say that one fact corroborates another."""
    actions.corroborate(
        fact=found,
        corroborated_by=by,
        independent=independent,
        why="The officer saw it on patrol.",
        by=keeper(found.folder),
        now=NOW,
    )


def wished(found: Fact, answer: Answer | None = None, words: str = "") -> None:
    """Record what she wishes."""
    actions.record_wish(
        fact=found,
        asked=actions.Asked(
            asked_on=TODAY,
            asked_by="Her IDVA",
            answer=answer or known(WishAnswer.NOT_USED),
            words=words,
        ),
        by=keeper(found.folder),
        now=NOW,
    )


def released(
    cast: Cast,
    giver: Folder,
    receiver: Folder,
    *facts: Fact,
    text: str = "He may come by van.",
    purpose: str = "To plan where contact is safe.",
) -> ReleasedItem:
    """Release a summary to the other side."""
    return actions.release(
        giver=giver,
        receiver=receiver,
        facts=facts,
        summary=actions.Summary(
            text=text,
            topic=FactTopic.WHEREABOUTS,
            purpose=purpose,
            handling=HandlingCode.NOT_TO_SERVICE_USER,
        ),
        by=keeper(giver),
        now=NOW,
    )


def event(
    folder: Folder,
    kind: ChronologyKind = ChronologyKind.DISENGAGED,
    *,
    days_ago: int = 0,
    source: UUID | None = None,
) -> ChronologyEvent:
    """Publish an event of a folder."""
    made = actions.publish_event(
        about=folder.about,
        event=actions.NewEvent(kind=kind, happened_on=_ago(days_ago), source=source or uuid4()),
        by=keeper(folder),
        now=NOW,
    )
    assert made is not None
    return made


def _ago(days: int) -> date:
    return TODAY - timedelta(days=days)
