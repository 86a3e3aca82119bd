"""The frames on which the analyses count."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from drive.evaluation.measures.analysed import (
    at_the_door,
    in_the_trial,
    with_arms_of_victim_survivors,
)
from drive.evaluation.measures.pairs import paired
from drive.evaluation.measures.rows import Tables
from drive.vocabulary.allocation import AllocationOutcome
from drive.vocabulary.answers import YesNo
from drive.vocabulary.casework import ActivityCode, AssessmentPoint, CaseState
from drive.vocabulary.insights import InsightsStage


@dataclass(frozen=True, kw_only=True)
class Measures:
    """Tidy frames; None stands in every empty cell.

    Parameters
    ----------
    allocations : pandas.DataFrame
        One row per perpetrator at the door of the draw: allocated, excluded, or allocated and
        void since.
    people : pandas.DataFrame
        One row per allocated perpetrator: site, study_site, arm, the dyad through which he or
        she was drawn, the hearing, and the keys of the Drive case, the Idva case and the forms
        (None where there is none), ``completed``, ``exit_rated``; ``in_both_arms``, whether the
        victim-survivor is linked to both arms, and ``analysed_before``, whether this is then not
        her first allocation.
    core : pandas.DataFrame
        One row per person and core-data question of the hearing: value, status, source_label.
    cases : pandas.DataFrame
        One row per Drive case: ``completed``, ``contacted``, ``behaviour_change``.
    case_answers : pandas.DataFrame
        One row per Drive case, assessment point and question.
    non_contacts : pandas.DataFrame
        One row per Drive case and point with a reason for no contact.
    su_pairs : pandas.DataFrame
        One row per completed Drive case and abuse type: intake and closure.
    vs_pairs : pandas.DataFrame
        One row per Idva case with an exit form and abuse type: intake and exit.
    exits : pandas.DataFrame
        One row per Idva case with an exit form: arm, site, days of support.
    exit_answers, interventions : pandas.DataFrame
        One row per exit form and question, or kind of support.
    """

    allocations: pd.DataFrame
    people: pd.DataFrame
    core: pd.DataFrame
    cases: pd.DataFrame
    case_answers: pd.DataFrame
    non_contacts: pd.DataFrame
    su_pairs: pd.DataFrame
    vs_pairs: pd.DataFrame
    exits: pd.DataFrame
    exit_answers: pd.DataFrame
    interventions: pd.DataFrame

    @property
    def void(self) -> int:
        """How many draws are void, since the same person had been drawn before."""
        return int((self.allocations["outcome"] == AllocationOutcome.VOID_DUPLICATE).sum())

    @property
    def in_both_arms(self) -> int:
        """How many victim-survivors are linked to both arms."""
        linked = self.people[self.people["in_both_arms"].astype(bool)]
        return int(linked["her"].nunique())

    @property
    def completed(self) -> pd.DataFrame:
        """The completed Drive cases."""
        return self.cases[self.cases["completed"]]


def measures(tables: Tables, *, without_both_arms: bool = False) -> Measures:
    """Build every frame from the plain tables of a snapshot.

    A void draw is counted at the door and analysed nowhere. The outcomes of a victim-survivor
    who is linked to both arms are analysed at her first allocation; `without_both_arms` leaves
    them out.
    """
    allocations = at_the_door(tables["allocations"])
    people = with_arms_of_victim_survivors(_people(tables, allocations), tables["victim_survivors"])
    cases = _cases(tables, people)
    exits = people[people["exit_form"].notna() & ~people["analysed_before"].astype(bool)]
    if without_both_arms:
        exits = exits[~exits["in_both_arms"].astype(bool)]
    exits = exits.assign(days=pd.Series(_days_of_support(tables, exits), index=exits.index))
    completed = cases[cases["completed"]]
    return Measures(
        allocations=allocations,
        people=people,
        core=_answers(tables, "hearings", people[["perpetrator_id", "arm", "site", "hearing_id"]]),
        cases=cases,
        case_answers=_case_answers(tables, cases),
        non_contacts=tables["non_contacts"].merge(cases, on="drive_case_id"),
        su_pairs=paired(completed, tables["ratings"], before="intake_id", after="closure_id"),
        vs_pairs=paired(exits, tables["ratings"], before="intake_form", after="exit_form"),
        exits=exits,
        exit_answers=_answers(tables, "insights_forms", exits),
        interventions=tables["interventions"].merge(
            exits, left_on="insights_form_id", right_on="exit_form"
        ),
    )


def _people(tables: Tables, allocations: pd.DataFrame) -> pd.DataFrame:
    drawn = in_the_trial(allocations)
    people = drawn.drop(columns=["site"]).merge(tables["perpetrators"], on="perpetrator_id")
    dyads = tables["dyads"]
    people = people.merge(dyads[dyads["is_primary"] == True], on="perpetrator_id", how="left")  # noqa: E712
    people = people.merge(_hearing_of_draw(tables), on="dyad_id", how="left")
    cases = tables["drive_cases"][["drive_case_id", "perpetrator_id", "state", "closed_day"]]
    people = people.merge(cases, on="perpetrator_id", how="left")
    idva = _first(tables["idva_cases"], by="dyad_id", order="opened_day")
    people = people.merge(idva[["idva_case_id", "dyad_id"]], on="dyad_id", how="left")
    for column, stage in (("intake_form", InsightsStage.INTAKE), ("exit_form", InsightsStage.EXIT)):
        people = people.merge(_form(tables, column, stage), on="idva_case_id", how="left")
    people["completed"] = people["state"] == CaseState.CLOSED
    rated = tables["ratings"][tables["ratings"]["used"].notna()]
    people["exit_rated"] = people["exit_form"].notna() & people["exit_form"].isin(
        set(rated["owner_id"])
    )
    return people.astype(object).where(people.notna(), other=None)  # type: ignore[call-overload,no-any-return]


def _hearing_of_draw(tables: Tables) -> pd.DataFrame:
    """Return the last hearing not after the draw; the first of all if there is none before."""
    hearings = tables["hearings"]
    after = hearings["heard_day"].map(lambda day: day is None or day > 0)
    place = hearings["heard_day"].map(lambda day: 0 if day is None else -day)
    ordered = hearings.assign(after=after, place=place).sort_values(["after", "place"])
    chosen = ordered.drop_duplicates("dyad_id")
    return chosen[["dyad_id", "hearing_id"]]


def _first(frame: pd.DataFrame, *, by: str, order: str) -> pd.DataFrame:
    return frame.sort_values([order, frame.columns[0]]).drop_duplicates(by)


def _form(tables: Tables, column: str, stage: InsightsStage) -> pd.DataFrame:
    """Return the key of the form of one stage; the latest if it was filled again."""
    forms = tables["insights_forms"]
    chosen = forms[forms["stage"] == stage].sort_values(["recorded_day", "insights_form_id"])
    chosen = chosen.drop_duplicates("idva_case_id", keep="last")
    return chosen[["idva_case_id", "insights_form_id"]].rename(columns={"insights_form_id": column})


def _cases(tables: Tables, people: pd.DataFrame) -> pd.DataFrame:
    cases = people[people["drive_case_id"].notna()]
    contacts, work = tables["contacts"], tables["work"]
    reached = set(contacts.loc[contacts["successful"] == True, "drive_case_id"])  # noqa: E712
    changed = set(work.loc[work["activity"] == ActivityCode.BEHAVIOUR_CHANGE, "drive_case_id"])
    cases = cases.assign(
        completed=cases["completed"].astype(bool),
        contacted=cases["drive_case_id"].isin(reached),
        behaviour_change=cases["drive_case_id"].isin(changed),
    )
    for column, point in (
        ("intake_id", AssessmentPoint.INTAKE),
        ("closure_id", AssessmentPoint.CLOSURE),
    ):
        cases = cases.merge(_assessment(tables, column, point), on="drive_case_id", how="left")
    return cases


def _assessment(tables: Tables, column: str, point: AssessmentPoint) -> pd.DataFrame:
    made = tables["assessments"]
    chosen = made[made["point"] == point].sort_values(["assessed_day", "assessment_id"])
    chosen = chosen.drop_duplicates("drive_case_id", keep="last")
    return chosen[["drive_case_id", "assessment_id"]].rename(columns={"assessment_id": column})


_OWNER_KEYS = {"hearings": "hearing_id", "insights_forms": "exit_form"}


def _answers(tables: Tables, owner: str, rows: pd.DataFrame) -> pd.DataFrame:
    answers = tables["answers"]
    own = answers[answers["owner_table"] == owner]
    return own.merge(rows, left_on="owner_id", right_on=_OWNER_KEYS[owner])


def _case_answers(tables: Tables, cases: pd.DataFrame) -> pd.DataFrame:
    answers = tables["answers"]
    own = answers[answers["owner_table"] == "assessments"]
    points = tables["assessments"][["assessment_id", "drive_case_id", "point"]]
    placed = own.merge(points, left_on="owner_id", right_on="assessment_id")
    flags = ["drive_case_id", "completed", "contacted", "behaviour_change", "site"]
    return placed.merge(cases[flags], on="drive_case_id")


def _days_of_support(tables: Tables, exits: pd.DataFrame) -> list[float | None]:
    cases = tables["idva_cases"].set_index("idva_case_id")
    return [
        _days(cases.loc[key, "opened_day"], cases.loc[key, "closed_day"])
        for key in exits["idva_case_id"]
    ]


def _days(opened: Any, closed: Any) -> float | None:
    return None if opened is None or closed is None else float(closed - opened)


def is_yes(values: pd.Series[Any]) -> pd.Series[bool]:
    """Return where an answer is yes."""
    return values == YesNo.YES
