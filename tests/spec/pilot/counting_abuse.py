"""Counts abuse used and severity at the two times, for service users and victim-survivors."""

from collections.abc import Callable, Iterator

from drive.simulation.pilot.records import PerpetratorRecord, PilotRecords, RatingRecord
from drive.vocabulary.abuse import AbuseType

Where = dict[str, str]
Pair = tuple[str, str]
LEVELS = ("none", "standard", "moderate", "high")


def _did_work(each: PerpetratorRecord) -> bool:
    return any(work.activity == "behaviour_change" for work in each.drive_case.work)


def _members(records: PilotRecords, where: Where) -> list[PerpetratorRecord]:
    group = where["group"]
    if group in {"control", "drive"}:
        found = [
            each
            for each in records.with_idva_case
            if each.arm == group and each.victim_survivor.idva_case.exit
        ]
    else:
        wanted = {"behaviour_change": True, "no_behaviour_change": False}.get(group)
        found = [e for e in records.completed if wanted is None or _did_work(e) is wanted]
    return [e for e in found if where.get("study_site", e.study_site) == e.study_site]


def _two_forms(
    each: PerpetratorRecord, where: Where
) -> tuple[tuple[RatingRecord, ...], tuple[RatingRecord, ...]]:
    if where["group"] in {"control", "drive"}:
        idva_case = each.victim_survivor.idva_case
        return idva_case.intake.ratings, idva_case.exit.ratings
    assessments = each.drive_case.assessments
    return assessments[0].ratings, assessments[-1].ratings


def _pairs(
    records: PilotRecords, where: Where, part: str
) -> Iterator[tuple[PerpetratorRecord, Pair]]:
    """Yield each person and pair of answers of which both are known."""
    wanted = where.get("abuse_type")
    for each in _members(records, where):
        for start, end in zip(*_two_forms(each, where), strict=True):
            assert start.abuse_type == end.abuse_type
            before, after = getattr(start, part), getattr(end, part)
            both_known = before.is_known and after.is_known
            if both_known and start.abuse_type == (wanted or start.abuse_type):
                yield each, (before.value, after.value)


def used_margin(records: PilotRecords, where: Where) -> int:
    point, word = where["margin"].split("_")
    place = ("intake", "exit").index(point)
    return sum(pair[place] == word for _, pair in _pairs(records, where, "used"))


def used_cell(records: PilotRecords, where: Where) -> int:
    cell = (where["intake"], where["exit"])
    return sum(pair == cell for _, pair in _pairs(records, where, "used"))


def used_pairs(records: PilotRecords, where: Where) -> int:
    return sum(1 for _ in _pairs(records, where, "used"))


def severity_cell(records: PilotRecords, where: Where) -> int:
    cell = (where["intake"], where["exit"])
    return sum(pair == cell for _, pair in _pairs(records, where, "severity"))


def severity_margin(records: PilotRecords, where: Where) -> int:
    pairs = [pair for _, pair in _pairs(records, where, "severity")]
    if where["margin"] == "grand":
        return len(pairs)
    place = ("intake", "exit").index(where["margin"])
    return sum(pair[place] == where["level"] for pair in pairs)


def no_severity(records: PilotRecords, where: Where) -> int:
    told = {each.key for each, _ in _pairs(records, where | {"group": "completed"}, "severity")}
    return len(records.completed) - len(told)


def _rises(records: PilotRecords, where: Where) -> list[PerpetratorRecord]:
    types = [where["abuse_type"]] if "abuse_type" in where else list(AbuseType)
    return [
        each
        for abuse_type in types
        for each, (start, end) in _pairs(records, where | {"abuse_type": abuse_type}, "severity")
        if LEVELS.index(end) > LEVELS.index(start)
    ]


def rise_instances(records: PilotRecords, where: Where) -> int:
    return len(_rises(records, where))


def rise_persons(records: PilotRecords, where: Where) -> int:
    people = {each.key: each for each in _rises(records, where)}.values()
    if where.get("insights") == "yes":
        return sum(each.victim_survivor.idva_case is not None for each in people)
    return len(people)


ABUSE_MEASURES: dict[str, Callable[[PilotRecords, Where], int]] = {
    function.__name__: function
    for function in (
        used_margin,
        used_cell,
        used_pairs,
        severity_cell,
        severity_margin,
        no_severity,
        rise_instances,
        rise_persons,
    )
}
