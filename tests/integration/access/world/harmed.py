"""Reported as serious events: in the Drive arm, in the control arm, and of somebody not drawn."""

from __future__ import annotations

from datetime import timedelta

from drive.vocabulary.harm import Relatedness
from drive.web.harm.actions import judge
from drive.web.harm.models import SeriousEvent
from drive.web.referrals.models import MaracHearing
from tests.cast import NOW, Cast
from tests.factories.harm import reported
from tests.integration.access.world.numbers import CONTROL, ESSEX, WAITING


def harmed(cast: Cast, hearings: dict[int, MaracHearing]) -> dict[int, SeriousEvent]:
    by = {ESSEX: cast.case_manager, CONTROL: cast.idva, WAITING: cast.coordinator}
    made = {
        number: reported(
            hearings[number].dyad,
            who,
            account=f"happened{number}",
            known_at=NOW - timedelta(hours=2),
        )
        for number, who in by.items()
    }
    judge(event=made[ESSEX], relatedness=Relatedness.POSSIBLE, by=cast.service_manager, now=NOW)
    return made
