"""A small world in which every kind of object exists, within and out of everybody's reach.

It is made through the real actions. Words such as `street11` and `said11` are canaries: each
stands in one field of one record and nowhere else, so that it shows where that field went.
"""

from __future__ import annotations

from dataclasses import dataclass

from drive.web.accounts.actions import add_user, grant_role, system_user
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.allocation.models import Allocation, Batch
from drive.web.assessments.models import Assessment
from drive.web.case_record.actions import keep_out
from drive.web.casework.models import CaseNote, DriveCase
from drive.web.cleaning.models import InsightsList
from drive.web.extracts.models import EvaluationRun, FrozenSnapshot
from drive.web.harm.models import SeriousEvent
from drive.web.insights.models import IdvaCase, InsightsForm
from drive.web.panels.models import Panel
from drive.web.recording.models import Draft
from drive.web.referrals.models import ImportBatch, ImportRow, MaracHearing
from tests.cast import NOW, PASSWORD, Cast
from tests.factories.allocation import ratio
from tests.integration.access.world.asked import Asked, asked
from tests.integration.access.world.batched import batched
from tests.integration.access.world.harmed import harmed
from tests.integration.access.world.heard import allocated, record
from tests.integration.access.world.kept import cleaned, frozen, imported, typed_and_unsent
from tests.integration.access.world.numbers import (
    ALLOCATED,
    CLOSED,
    CONTROL,
    ESSEX,
    SUSSEX,
    WAITING,
)
from tests.integration.access.world.selected import selected
from tests.integration.access.world.worked import assessed, closed, filled, noted, opened, supported


@dataclass(frozen=True, kw_only=True)
class World:
    """The people and, by perpetrator, the objects."""

    cast: Cast
    users: dict[str, User]
    hearings: dict[int, MaracHearing]
    allocations: dict[int, Allocation]
    draws: dict[str, Batch]
    cases: dict[int, DriveCase]
    notes: dict[int, CaseNote]
    assessments: dict[int, Assessment]
    idva_cases: dict[int, IdvaCase]
    forms: dict[int, InsightsForm]
    batches: dict[str, ImportBatch]
    insights_list: InsightsList
    snapshot: FrozenSnapshot
    run: EvaluationRun
    draft: Draft
    asked: Asked
    harmed: dict[int, SeriousEvent]
    panel: Panel

    def row_with_a_problem(self, of: str) -> ImportRow:
        """Return the row of a list that waits to be corrected."""
        return self.batches[of].rows.order_by("number").last()


def build(cast: Cast) -> World:
    """Make the world."""
    users = {**cast.users, "west_sussex_idva": _idva_of_west_sussex(cast)}
    for site in (cast.essex, cast.west_sussex):
        ratio(cast, site)
    hearings = record(cast, ALLOCATED)
    allocations = allocated(cast, hearings)
    draws = batched(cast)
    hearings |= record(cast, [WAITING])
    cases = opened(users, allocations)
    keep_out(
        case=cases[ESSEX],
        user=users["excluded"],
        reason="A cousin of his.",
        by=users["service_manager"],
        now=NOW,
    )
    notes, assessments = noted(users, cases), assessed(cast, cases)
    closed(cast, cases[CLOSED])
    idva_cases = supported(users, hearings)
    snapshot, run = frozen(users["evaluator"])
    return World(
        cast=cast,
        users=users,
        hearings=hearings,
        allocations=allocations,
        draws=draws,
        cases=cases,
        notes=notes,
        assessments=assessments,
        idva_cases=idva_cases,
        forms={n: filled(users, idva_cases[n], n) for n in (ESSEX, CONTROL, SUSSEX)},
        batches=imported(cast),
        insights_list=cleaned(cast),
        snapshot=snapshot,
        run=run,
        draft=typed_and_unsent(users["case_manager"], cases[ESSEX]),
        asked=asked(cast, hearings),
        harmed=harmed(cast, hearings),
        panel=selected(cast),
    )


def _idva_of_west_sussex(cast: Cast) -> User:
    by = system_user()
    user = add_user(username="ws-idva", name="Ws idva", password=PASSWORD, by=by, now=NOW)
    grant_role(user=user, role=Role.IDVA, site=cast.west_sussex, by=by, now=NOW)
    return User.objects.get(pk=user.pk)
