"""A small world in which every kind of object exists, within and out of everybody's reach.

It is made through the real actions. Words such as `street11` and `said11` are canaries: each
stands in one field of one record and nowhere else, so that it shows where that field went.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from drive.web.accounts.actions import add_user, grant_role, system_user
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.allocation.models import Allocation, Batch
from drive.web.assessments.models import Assessment, Rise
from drive.web.case_record.actions import keep_out
from drive.web.casework.models import CaseNote, DriveCase
from drive.web.cleaning.models import InsightsList
from drive.web.extracts.models import EvaluationRun, FrozenSnapshot
from drive.web.harm.models import SeriousEvent
from drive.web.information.models import Document
from drive.web.insights.models import IdvaCase, InsightsForm, SupportNote
from drive.web.panels.models import Panel
from drive.web.recording.models import Draft
from drive.web.referrals.models import ImportBatch, ImportRow, MaracHearing
from drive.web.tasks.models import Task
from tests.cast import NOW, PASSWORD, Cast
from tests.factories.allocation import ratio
from tests.integration.access.world.asked import Asked, asked
from tests.integration.access.world.batched import batched
from tests.integration.access.world.contacted import Contacted as Contacted
from tests.integration.access.world.contacted import contacted
from tests.integration.access.world.directed import directed
from tests.integration.access.world.harmed import harmed
from tests.integration.access.world.heard import allocated, record
from tests.integration.access.world.helped import helped
from tests.integration.access.world.judged import Judged as Judged
from tests.integration.access.world.judged import coders, judged
from tests.integration.access.world.kept import cleaned, frozen, imported, typed_and_unsent
from tests.integration.access.world.known import Known as Known
from tests.integration.access.world.known import known
from tests.integration.access.world.located import Located as Located
from tests.integration.access.world.located import located
from tests.integration.access.world.looked_at import LookedAt as LookedAt
from tests.integration.access.world.looked_at import decided, looked_at
from tests.integration.access.world.numbers import (
    ALLOCATED,
    CLOSED,
    CONTROL,
    ESSEX,
    OTHER_ESSEX,
    SUSSEX,
    WAITING,
)
from tests.integration.access.world.papered import papered
from tests.integration.access.world.posted import Posted as Posted
from tests.integration.access.world.posted import posted
from tests.integration.access.world.registered import lever_ended, registered
from tests.integration.access.world.selected import selected
from tests.integration.access.world.worked import (
    assessed,
    closed,
    filled,
    noted,
    opened,
    risen,
    supported,
)


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
    documents: dict[int, Document]
    assessments: dict[int, Assessment]
    rises: dict[int, Rise]
    idva_cases: dict[int, IdvaCase]
    forms: dict[int, InsightsForm]
    support: dict[int, SupportNote]
    batches: dict[str, ImportBatch]
    insights_list: InsightsList
    snapshot: FrozenSnapshot
    run: EvaluationRun
    draft: Draft
    asked: Asked
    harmed: dict[int, SeriousEvent]
    panel: Panel
    contacted: Contacted
    looked_at: LookedAt
    posted: Posted
    registered: dict[str, Any]
    located: Located
    known: Known
    judged: Judged

    @property
    def lever_ended(self) -> Task:
        """The task of looking again at a lever that has an end."""
        return lever_ended(self.cases[ESSEX])

    def row_with_a_problem(self, of: str) -> ImportRow:
        """Return the row of a list that waits to be corrected."""
        return self.batches[of].rows.order_by("number").last()


def build(cast: Cast) -> World:
    """Make the world."""
    users = {**cast.users, "west_sussex_idva": _idva_of_west_sussex(cast), **coders()}
    hearings = _heard(cast)
    allocations, draws = allocated(cast, hearings), batched(cast)
    hearings |= record(cast, [WAITING])
    cases = opened(users, allocations)
    notes, assessments, rises = noted(users, cases), assessed(cast, cases), risen(cast, cases)
    _kept_out_and_closed(cast, users, cases)
    decided(users, accepted=rises[ESSEX].assessment, reviewed=rises[OTHER_ESSEX], note=notes[ESSEX])
    idva_cases = supported(users, hearings)
    return World(
        cast=cast,
        users=users,
        hearings=hearings,
        allocations=allocations,
        draws=draws,
        cases=cases,
        notes=notes,
        documents=papered(users, cases),
        assessments=assessments,
        rises=rises,
        idva_cases=idva_cases,
        forms={n: filled(users, idva_cases[n], n) for n in (ESSEX, CONTROL, SUSSEX)},
        support={n: helped(users, case, n) for n, case in idva_cases.items()},
        batches=imported(cast),
        insights_list=cleaned(cast),
        snapshot=(frozen_and_run := frozen(users["evaluator"]))[0],
        run=frozen_and_run[1],
        draft=typed_and_unsent(users["case_manager"], cases[ESSEX]),
        asked=asked(cast, hearings),
        harmed=harmed(cast, hearings),
        panel=selected(cast),
        registered=registered(users, cases[ESSEX]),
        located=located(users, hearings[ESSEX].dyad),
        contacted=(reached := contacted(cast, users, cases)),
        looked_at=looked_at(users, cases[ESSEX], assessments[ESSEX]),
        known=known(cast, cases, idva_cases, reached.version),
        posted=posted(users, cases, idva_cases[CONTROL]),
        judged=judged(cast, users, idva_cases[CONTROL]),
    )


def _heard(cast: Cast) -> dict[int, MaracHearing]:
    for site in (cast.essex, cast.west_sussex):
        ratio(cast, site)
    directed(cast)
    return record(cast, ALLOCATED)


def _kept_out_and_closed(cast: Cast, users: dict[str, User], cases: dict[int, DriveCase]) -> None:
    case, by = cases[ESSEX], users["service_manager"]
    keep_out(case=case, user=users["excluded"], reason="A cousin of his.", by=by, now=NOW)
    closed(cast, cases[CLOSED])


def _idva_of_west_sussex(cast: Cast) -> User:
    by = system_user()
    user = add_user(username="ws-idva", name="Ws idva", password=PASSWORD, by=by, now=NOW)
    grant_role(user=user, role=Role.IDVA, site=cast.west_sussex, by=by, now=NOW)
    return User.objects.get(pk=user.pk)
