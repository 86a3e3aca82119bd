"""The simulated case notes of 30 cases: work dealt out to cases and days, and written down.

How much of which work there was is printed, and in how many cases; everything else of a note is
ours. What the notes say is made of their codes: of nobody's case, and marked as simulated.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

import numpy as np

from drive.simulation.pilot.dates import working_day
from drive.simulation.pilot.dealing import choose, shuffled, stream
from drive.simulation.pilot.figures import number
from drive.simulation.pilot.noted_cases import ELSEWHERE, SITE_2, NotedCase, noted_cases
from drive.simulation.pilot.noted_work import Action, direct, on_ones_own, with_agencies
from drive.simulation.pilot.records import DriveCaseRecord, NoteRecord, PerpetratorRecord
from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.casework import ActivityCode, Channel, WorkMode
from drive.vocabulary.work import DirectWork

Dealt = tuple[NotedCase, Action, date]

_FOR_CHILDREN = {AgencyType.CSC, AgencyType.SCHOOL}
# Calls and e-mails, since most of the work is asking and telling.
_CHANNELS = {Channel.TELEPHONE: 5.0, Channel.EMAIL: 4.0}
_FIRST_DAY = 3
# Direct work is most in the middle of a case and somewhat less after it (line 1275).
_MIDDLE = (2.4, 2.6)
_REACHED_BESIDE_TRIED = 3.0


def with_case_notes(
    perpetrators: Sequence[PerpetratorRecord], seed: int
) -> tuple[PerpetratorRecord, ...]:
    """Return the perpetrators, 30 of them with case notes; nothing else of them changes."""
    cases = noted_cases(perpetrators, stream(seed, "case_notes.cases"))
    rng = stream(seed, "case_notes.work")
    dealt = [*_indirect(cases, rng)]
    for place in (SITE_2, ELSEWHERE):
        dealt += _direct([each for each in cases if each.place == place], place, rng)
    notes = {
        case.record.key: _notes(case.record, [each for each in dealt if each[0] is case], rng)
        for case in cases
    }
    return tuple(_noted(each, notes) for each in perpetrators)


def _noted(
    person: PerpetratorRecord, notes: dict[str, tuple[NoteRecord, ...]]
) -> PerpetratorRecord:
    case = person.drive_case
    if case is None or case.key not in notes:
        return person
    return replace(person, drive_case=replace(case, notes=notes[case.key]))


def _indirect(cases: Sequence[NotedCase], rng: np.random.Generator) -> Iterator[Dealt]:
    """Deal out the work without the service user, each kind to the cases that may have it."""
    with_others = with_agencies(rng)
    groups: dict[str, list[Action]] = {}
    for action in [*with_others, *on_ones_own(with_others, rng)]:
        groups.setdefault(_kind(action), []).append(action)
    for kind, actions in groups.items():
        pool = [case for case in cases if _may_have(case, kind)]
        weights = [case.weight for case in pool]
        receivers = _receivers(pool, len(actions), weights=weights, rng=rng)
        for case, action in zip(receivers, shuffled(actions, rng), strict=True):
            yield case, action, _any_day(case.record, rng)


def _kind(action: Action) -> str:
    """Return the kind of a piece of indirect work, by which cases may have it."""
    for_children = action.agency in _FOR_CHILDREN
    if action.does(ActivityCode.ADVOCACY):
        return "advocacy for children" if for_children else "advocacy"
    if action.does(ActivityCode.CHILD_SAFEGUARDING):
        return "safeguarding"
    if for_children:
        return "children"
    if action.agency is AgencyType.DVPP:
        return "programme"
    return "other" if action.agency else "own"


def _may_have(case: NotedCase, kind: str) -> bool:
    return {
        "advocacy": case.has_advocacy,
        "advocacy for children": case.has_advocacy and case.has_children,
        "safeguarding": case.has_children,
        "children": case.has_children,
        # Who was referred to a perpetrator programme (line 2222) was in touch.
        "programme": case.is_contacted,
    }.get(kind, True)


def _receivers(
    pool: Sequence[NotedCase], n: int, *, weights: Sequence[float], rng: np.random.Generator
) -> list[NotedCase]:
    """Return who gets ``n`` pieces of work: each of the pool one, the rest by weight."""
    once = shuffled(pool, rng)[:n]
    shares = np.array(weights) / sum(weights)
    more = rng.choice(len(pool), size=n - len(once), p=shares)
    return [*once, *(pool[int(i)] for i in more)]


def _direct(cases: Sequence[NotedCase], place: str, rng: np.random.Generator) -> Iterator[Dealt]:
    """Deal out the direct work of Site 2, or of the others, so that with what is there it fits."""
    there = [case for case in cases if case.has_direct]
    yield from _contact(there, _wanted(DirectWork.CONTACT, place), rng)
    for work, activity, pool in (
        (
            DirectWork.SUPPORT,
            ActivityCode.SUPPORT_DIRECT,
            [case for case in there if case.is_supported],
        ),
        (
            DirectWork.BEHAVIOUR_CHANGE,
            ActivityCode.BEHAVIOUR_CHANGE,
            [case for case in there if case.has_behaviour_change],
        ),
        (DirectWork.OTHER, ActivityCode.LEVER, [case for case in there if case.is_contacted]),
    ):
        n = _wanted(work, place) - _recorded(there, activity)
        for case in _receivers(pool, n, weights=_meetings(pool), rng=rng):
            yield case, direct(activity), _day_in_touch(case.record, rng)


def _wanted(work: DirectWork, place: str) -> int:
    return number("notes_direct", place=place, work=work.value)


def _recorded(cases: Sequence[NotedCase], activity: ActivityCode) -> int:
    return sum(work.activity is activity for case in cases for work in case.record.work)


def _meetings(pool: Sequence[NotedCase]) -> list[float]:
    return [1.0 + len(case.record.contacts) for case in pool]


def _contact(there: Sequence[NotedCase], n: int, rng: np.random.Generator) -> Iterator[Dealt]:
    """Yield each contact as work on its day, and attempts, which most of this work was."""
    tried = [case for case in there if not case.is_contacted]
    contacts = [(case, each.contacted_on) for case in there for each in case.record.contacts]
    made = shuffled(contacts, rng)[: n - len(tried)]
    for case, day in made:
        yield case, direct(ActivityCode.CONTACT), day
    for case in tried:
        yield case, direct(ActivityCode.CONTACT_ATTEMPT), _middle_day(case.record, rng)
    weights = [_REACHED_BESIDE_TRIED if case.is_contacted else 1.0 for case in there]
    shares = np.array(weights) / sum(weights)
    for i in rng.choice(len(there), size=n - len(made) - len(tried), p=shares):
        case = there[int(i)]
        yield case, direct(ActivityCode.CONTACT_ATTEMPT), _middle_day(case.record, rng)


def _any_day(case: DriveCaseRecord, rng: np.random.Generator) -> date:
    return _day_at(case, float(rng.random()))


def _middle_day(case: DriveCaseRecord, rng: np.random.Generator) -> date:
    return _day_at(case, float(rng.beta(*_MIDDLE)))


def _day_in_touch(case: DriveCaseRecord, rng: np.random.Generator) -> date:
    """Return the day of the contact nearest to some day in the middle, or that day itself."""
    day = _middle_day(case, rng)
    days = [contact.contacted_on for contact in case.contacts]
    return min(days, key=lambda each: (abs((each - day).days), each), default=day)


def _day_at(case: DriveCaseRecord, part: float) -> date:
    last = case.closed_on or case.opened_on
    length = (last - case.opened_on).days - _FIRST_DAY
    return working_day(case.opened_on + timedelta(days=_FIRST_DAY + round(part * length)))


def _notes(
    case: DriveCaseRecord, dealt: Sequence[Dealt], rng: np.random.Generator
) -> tuple[NoteRecord, ...]:
    """Write the work of a case down, in the order of its days."""
    in_order = sorted(((action, day) for _, action, day in dealt), key=lambda each: each[1])
    return tuple(
        NoteRecord(
            key=f"{case.key}-note-{i:03d}",
            noted_on=day,
            channel=_channel(action, rng),
            mode=action.mode,
            activities=action.activities,
            agency=action.agency,
            intent=action.intent,
            attribution=action.attribution,
            text=_text(action),
        )
        for i, (action, day) in enumerate(in_order, start=1)
    )


def _channel(action: Action, rng: np.random.Generator) -> Channel:
    if action.does(ActivityCode.MEETING) or action.does(ActivityCode.BEHAVIOUR_CHANGE):
        return Channel.MEETING
    if action.mode is WorkMode.INDIRECT and action.agency is None:
        return Channel.SYSTEM
    return choose(_CHANNELS, rng)


def _text(action: Action) -> str:
    done = ", ".join(activity.label for activity in action.activities)
    return f"Simulated note. {done}." + (f" With: {action.agency.label}." if action.agency else "")
