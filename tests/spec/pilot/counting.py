"""Counts the records afresh, by nothing but the records: one function for each measure."""

from collections.abc import Callable, Iterable

from drive.simulation.pilot.records import PerpetratorRecord, PilotRecords
from drive.vocabulary.answers import Answer
from tests.spec.pilot.counting_abuse import ABUSE_MEASURES
from tests.spec.pilot.counting_insights import INSIGHTS_MEASURES
from tests.spec.pilot.counting_work import WORK_MEASURES

Where = dict[str, str]
FOUR_NEEDS = ("drugs", "alcohol", "housing", "mental_health")


def said(answer: Answer) -> str:
    return answer.value if answer.value is not None else "missing"


def _in(records: PilotRecords, where: Where) -> Iterable[PerpetratorRecord]:
    for each in records.perpetrators:
        if where.get("arm", each.arm) == each.arm and where.get("site", each.site) == each.site:
            yield each


def _intake(each: PerpetratorRecord) -> dict[str, Answer]:
    return dict(each.drive_case.assessments[0].answers)


def _closure(each: PerpetratorRecord) -> dict[str, Answer]:
    return dict(each.drive_case.assessments[-1].answers)


def contacted(each: PerpetratorRecord) -> bool:
    return _closure(each)["contact_made"].value == "yes"


def _of_group(each: PerpetratorRecord, where: Where) -> bool:
    wanted = {"contacted": True, "not_contacted": False}.get(where.get("group", "all"))
    return wanted is None or contacted(each) is wanted


def perpetrators(records: PilotRecords, where: Where) -> int:
    return sum(1 for _ in _in(records, where))


def without_insights(arm: str) -> Callable[[PilotRecords, Where], int]:
    def count(records: PilotRecords, where: Where) -> int:
        return sum(e.arm == arm and not e.victim_survivor.idva_case for e in records.perpetrators)

    return count


def gender(records: PilotRecords, where: Where) -> int:
    question = f"{where['role']}_gender"
    return sum(said(e.hearing.core_data[question]) == where["value"] for e in _in(records, where))


def relationship(records: PilotRecords, where: Where) -> int:
    found = (said(e.hearing.core_data["relationship"]) for e in _in(records, where))
    return sum(value == where["value"] for value in found)


def core_missing(records: PilotRecords, where: Where) -> int:
    question = where["question"]
    return sum(not e.hearing.core_data[question].is_known for e in records.perpetrators)


def completed(records: PilotRecords, where: Where) -> int:
    return len(records.completed)


def completed_profile(records: PilotRecords, where: Where) -> int:
    question, n = where["question"], 0
    for each in records.completed:
        intake = each.drive_case.assessments[0]
        answers = {**each.hearing.core_data, **intake.answers}
        if "label" in where:
            n += intake.source_labels.get(question) == where["label"]
        else:
            n += said(answers[question]) == where["value"]
    return n


def completed_contacted(records: PilotRecords, where: Where) -> int:
    return sum(said(_closure(e)["contact_made"]) == where["value"] for e in records.completed)


def completed_dva_offences(records: PilotRecords, where: Where) -> int:
    offences = (said(_intake(e)["previous_offences"]) for e in records.completed)
    return sum(value in {"dva_only", "both"} for value in offences)


def _needs(each: PerpetratorRecord) -> list[str]:
    return [said(_intake(each)[f"need_{need}"]) for need in FOUR_NEEDS]


def _known_totals(records: PilotRecords) -> list[PerpetratorRecord]:
    return [e for e in records.completed if set(_needs(e)) != {"missing"}]


def need(records: PilotRecords, where: Where) -> int:
    question = f"need_{where['need']}"
    group = [e for e in records.completed if _of_group(e, where)]
    return sum(said(_intake(e)[question]) == where["state"] for e in group)


def need_total(records: PilotRecords, where: Where) -> int:
    totals = [str(_needs(e).count("yes")) for e in _known_totals(records)]
    return totals.count(where["total"]) if "total" in where else len(totals)


def need_combination(records: PilotRecords, where: Where) -> int:
    wanted = set() if where["needs"] == "none" else set(where["needs"].split("+"))
    return sum(
        {name for name, state in zip(FOUR_NEEDS, _needs(e), strict=True) if state == "yes"}
        == wanted
        for e in _known_totals(records)
    )


def offences_by_needs(records: PilotRecords, where: Where) -> int:
    n = 0
    for each in _known_totals(records):
        offence = said(_intake(each)["previous_offences"])
        if offence == "missing":
            continue
        has_needs = "yes" if "yes" in _needs(each) else "no"
        has_dva = "yes" if offence in {"dva_only", "both"} else "no"
        n += (has_needs, has_dva) == (where["needs"], where["dva"])
    return n


def behaviour_change(records: PilotRecords, where: Where) -> int:
    return sum(
        any(work.activity == "behaviour_change" for work in each.drive_case.work)
        for each in records.completed
        if _of_group(each, where)
    )


def _paths(records: PilotRecords) -> list[list[str]]:
    paths = [[str(n.reason) for n in e.drive_case.non_contacts] for e in records.completed]
    return [path for path in paths if path]


def non_contact_unchanged(records: PilotRecords, where: Where) -> int:
    same = [path for path in _paths(records) if len(set(path)) == 1 and len(path) == 4]
    return sum(where.get("value", path[0]) == path[0] for path in same)


def non_contact_changed_to(records: PilotRecords, where: Where) -> int:
    changed = [path for path in _paths(records) if len(set(path)) > 1 and len(path) == 4]
    return sum(where.get("value", path[-1]) == path[-1] for path in changed)


def risk(records: PilotRecords, where: Where) -> int:
    group = [e for e in records.completed if _of_group(e, where)]
    views = [said(_closure(e)["risk_victim_survivor"]) for e in group]
    known = [view for view in views if view != "missing"]
    return sum(where.get("value", view) == view for view in known)


MEASURES: dict[str, Callable[[PilotRecords, Where], int]] = {
    function.__name__: function
    for function in (
        perpetrators,
        gender,
        relationship,
        core_missing,
        completed,
        completed_profile,
        completed_contacted,
        completed_dva_offences,
        need,
        need_total,
        need_combination,
        offences_by_needs,
        behaviour_change,
        non_contact_unchanged,
        non_contact_changed_to,
        risk,
    )
} | {
    "drive_without_insights": without_insights("drive"),
    "control_without_insights": without_insights("control"),
    **ABUSE_MEASURES,
    **INSIGHTS_MEASURES,
    **WORK_MEASURES,
}
