"""Imported, frozen, and typed but not sent."""

from __future__ import annotations

from dataclasses import replace

from drive.web.accounts.models import User
from drive.web.casework.models import DriveCase
from drive.web.cleaning.actions import decide_row
from drive.web.cleaning.models import InsightsList
from drive.web.cleaning.rules.states import DecisionReason, RowVerdict
from drive.web.extracts.actions.freezing import freeze
from drive.web.extracts.actions.requests import begin_run, begin_snapshot
from drive.web.extracts.models import EvaluationRun, FrozenSnapshot
from drive.web.recording.actions import save_draft
from drive.web.recording.models import Draft
from drive.web.referrals.actions import (
    import_list,
    read_batch,
)
from drive.web.referrals.models import ImportBatch
from tests.cast import NOW, Cast
from tests.factories import cleaning, lists
from tests.integration.access.world.numbers import (
    TODAY,
)


def imported(cast: Cast) -> dict[str, ImportBatch]:
    made = {}
    for name, marac in (("essex", cast.essex_marac), ("west_sussex", cast.west_sussex_marac)):
        rows = [
            lists.row(31, **{"Perp Surname": f"Listed{name}", "Marac Date": "19/06/2017"}),
            lists.row(32, **{"Perp Surname": f"Listed{name}", "Marac Date": "31/02/2017"}),
        ]
        batch = import_list(
            marac=marac,
            file_name="list.csv",
            content=lists.as_csv(rows),
            today=TODAY,
            by=cast.coordinator,
            now=NOW,
        )
        made[name] = read_batch(batch=batch, by=cast.coordinator, now=NOW, today=TODAY)
    return made


def cleaned(cast: Cast) -> InsightsList:
    """Return an Insights list of which one row is set aside; its answers are canaries too."""
    rows = [
        replace(each, perpetrator_surname="Uncleanedsurname", answers={"safer": "answeredsafer"})
        for each in cleaning.small_list()
    ]
    found = cleaning.read(cast, rows)
    decide_row(
        row=cleaning.row_of(found, 1),
        verdict=RowVerdict.SET_ASIDE,
        reason=DecisionReason.EARLY,
        words="reasonedaside",
        by=cast.allocator,
        now=NOW,
    )
    return found


def frozen(evaluator: User) -> tuple[FrozenSnapshot, EvaluationRun]:
    snapshot = begin_snapshot(by=evaluator, now=NOW, today=TODAY)
    freeze(snapshot=snapshot, now=NOW)
    return snapshot, begin_run(snapshot=snapshot, by=evaluator, now=NOW)


def typed_and_unsent(author: User, case: DriveCase) -> Draft:
    # Kept by the page itself, whose address leads back to it.
    return save_draft(
        form="page",
        subject=f"/cases/{case.pk}/",
        path=f"/cases/{case.pk}/",
        typed={"text": ["unsent11"]},
        by=author,
        now=NOW,
    )
