"""Counts the work of the 30 cases afresh: references, cases and actions, by nothing but the notes.

A reference is one coded activity, an action is one note, and a case has it or has it not.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from drive.simulation.pilot.records import PilotRecords

Where = dict[str, str]

DIRECT = {
    "contact": "contact",
    "contact_attempt": "contact",
    "support_direct": "support",
    "behaviour_change": "behaviour_change",
}
INFORMATION = {"info_request", "info_received", "info_shared"}
GROUPS = {
    "probation_nps": "probation",
    "probation_crc": "probation",
    "marac": "forums",
    "mappa": "forums",
    "mash": "forums",
    "marat": "forums",
    "prison": "other",
    "court": "other",
    "health": "other",
    "benefits": "other",
    "dvpp": "other",
}


@dataclass(frozen=True)
class Reference:
    """One coded activity; `action` is the key of its note."""

    case: str
    action: str
    study_site: str
    mode: str
    activity: str
    agency: str
    group: str
    intent: str
    direct: str


def references(records: PilotRecords) -> Iterator[Reference]:
    """Everything coded on the 30 cases: the simulated notes, and the work recorded before them."""
    for each in records.noted:
        case = each.drive_case
        coded = [
            (n.key, n.mode, code, n.agency, n.intent) for n in case.notes for code in n.activities
        ]
        coded += [(work.key, work.mode, work.activity, None, work.intent) for work in case.work]
        for key, mode, activity, agency, intent in coded:
            name = str(agency or "")
            yield Reference(
                case=case.key,
                action=key,
                study_site=each.study_site,
                mode=str(mode),
                activity=str(activity),
                agency=name,
                group=GROUPS.get(name, name),
                intent=str(intent or ""),
                direct=DIRECT.get(str(activity), "other") if mode == "direct" else "",
            )


def _found(records: PilotRecords, where: Where) -> list[Reference]:
    return [
        each
        for each in references(records)
        if all(getattr(each, name) == value for name, value in where.items())
    ]


def noted_cases(records: PilotRecords, where: Where) -> int:
    return sum(where.get("study_site", e.study_site) == e.study_site for e in records.noted)


def work_references(records: PilotRecords, where: Where) -> int:
    return len(_found(records, where))


def work_cases(records: PilotRecords, where: Where) -> int:
    return len({each.case for each in _found(records, where)})


def with_agencies(records: PilotRecords) -> list[Reference]:
    return [each for each in references(records) if each.mode == "indirect" and each.agency]


def actions(found: list[Reference]) -> int:
    return len({each.action for each in found})


WORK_MEASURES: dict[str, Callable[[PilotRecords, Where], int]] = {
    function.__name__: function for function in (noted_cases, work_references, work_cases)
}
