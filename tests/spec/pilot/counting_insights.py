"""Counts the Insights forms of both arms."""

from collections.abc import Callable

from drive.simulation.pilot.records import (
    IdvaCaseRecord,
    InsightsFormRecord,
    PilotRecords,
    RatingRecord,
)

Where = dict[str, str]


def _cases(records: PilotRecords, where: Where) -> list[IdvaCaseRecord]:
    population = records.with_idva_case
    if where.get("population") == "completed":
        population = [each for each in records.completed if each.victim_survivor.idva_case]
    return [
        each.victim_survivor.idva_case
        for each in population
        if where.get("arm", each.arm) == each.arm
    ]


def _exits(records: PilotRecords, where: Where) -> list[InsightsFormRecord]:
    return [case.exit for case in _cases(records, where) if case.exit is not None]


def insights(records: PilotRecords, where: Where) -> int:
    return len((_exits if where["stage"] == "exit" else _cases)(records, where))


def _any_known(ratings: tuple[RatingRecord, ...]) -> bool:
    return any(rating.used.is_known for rating in ratings)


def insights_rated(records: PilotRecords, where: Where) -> int:
    return sum(
        _any_known(case.intake.ratings) and _any_known(case.exit.ratings)
        for case in _cases(records, where)
        if case.exit is not None
    )


def support_dated(records: PilotRecords, where: Where) -> int:
    return sum(case.closed_on is not None for case in _cases(records, where))


def contacts_counted(records: PilotRecords, where: Where) -> int:
    return sum(form.answers["number_of_contacts"].is_known for form in _exits(records, where))


def outcome(records: PilotRecords, where: Where) -> int:
    answers = [form.answers[where["question"]] for form in _exits(records, where)]
    values = [answer.value for answer in answers if answer.is_known]
    return values.count(where["value"]) if "value" in where else len(values)


def risk_reduced(records: PilotRecords, where: Where) -> int:
    reduced = {"significant_reduction", "moderate_reduction"}
    forms = _exits(records, where)
    return sum(form.answers["change_in_risk"].value in reduced for form in forms)


def safer_asked(records: PilotRecords, where: Where) -> int:
    left_out = {None, "not_contactable"}
    return sum(form.answers["safer"].value not in left_out for form in _exits(records, where))


def intervention(records: PilotRecords, where: Where) -> int:
    question = f"intervention_{where['intervention']}"
    return sum(form.answers[question].value == "yes" for form in _exits(records, where))


INSIGHTS_MEASURES: dict[str, Callable[[PilotRecords, Where], int]] = {
    function.__name__: function
    for function in (
        insights,
        insights_rated,
        support_dated,
        contacts_counted,
        outcome,
        risk_reduced,
        safer_asked,
        intervention,
    )
}
