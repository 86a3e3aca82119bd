"""What both reports print of work, beside what the application's own query counts of the pilot.

Three service managers count, each what she may see: references and cases are added up.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from drive.simulation.pilot import PilotRecords
from drive.vocabulary.casework import ActivityCode, Intent, WorkMode
from drive.vocabulary.word import Word
from drive.vocabulary.work import INFORMATION_SHARING, AgencyGroup, DirectWork
from drive.web.accounts.models import User
from drive.web.casework.queries.work import Scope, actions_with_agencies, work_counts
from drive.web.casework.rules.work import Line, Tally, WorkCounts
from drive.web.pilot.rules.keys import key_of

ORDER = (
    *(AgencyGroup.IDVA, AgencyGroup.PROBATION, AgencyGroup.POLICE),
    *(AgencyGroup.CSC, AgencyGroup.FORUMS, AgencyGroup.HOUSING),
)


@dataclass(frozen=True)
class Counted:
    """The completed cases; the 30 whose notes were analysed; of these, those at study site 2."""

    completed: list[WorkCounts]
    actions: Tally
    thirty: list[WorkCounts]
    at_site_2: list[WorkCounts]


def counted_of(records: PilotRecords) -> Counted:
    """Let each service manager count."""
    managers = User.objects.filter(username__contains="service-manager")
    thirty, at_site_2 = (
        Scope(cases=frozenset(key_of(each.drive_case.key) for each in people if each.drive_case))
        for people in (
            records.noted,
            [each for each in records.noted if each.study_site == "site_2"],
        )
    )
    completed = Scope(completed=True)
    return Counted(
        completed=[work_counts(completed, actor) for actor in managers],
        actions=together(actions_with_agencies(completed, actor) for actor in managers),
        thirty=[work_counts(thirty, actor) for actor in managers],
        at_site_2=[work_counts(at_site_2, actor) for actor in managers],
    )


def together(tallies: Iterable[Tally]) -> Tally:
    """Add up tables of different sites, which have no case in common."""
    given = list(tallies)
    words = {line.word for tally in given for line in tally.lines}
    lines = [
        Line(word, *(sum(getattr(t.of(word), of) for t in given) for of in ("references", "cases")))
        for word in words
    ]
    return Tally(
        lines=tuple(sorted(lines, key=lambda line: -line.references)),
        references=sum(tally.references for tally in given),
        cases=sum(tally.cases for tally in given),
    )


def percent(tally: Tally, words: Iterable[Word]) -> dict[Word, int]:
    return {word: round(100 * tally.share(tally.of(word))) for word in words}


Compared = tuple[object, object]


def references_and_cases(found: Counted) -> Compared:
    """Year-1 report, lines 1022, 1075 and 1127."""
    tally = together(each.activities for each in found.completed)
    printed = {
        ActivityCode.DISRUPTION: (1625, 30),
        ActivityCode.ADVOCACY: (29, 13),
        ActivityCode.CHILD_SAFEGUARDING: (129, 18),
    }
    return {w: (tally.of(w).references, tally.of(w).cases) for w in printed}, printed


def due_to_drive(found: Counted) -> Compared:
    """Year-1 report, lines 1029-1033: disruption that would have happened was not counted."""
    return sum(each.due_to_drive for each in found.completed), 1625


def aims(found: Counted) -> Compared:
    """Final report, line 147: 32 and 10 leave 58, which is printed as nearly two thirds."""
    tally = together(each.intents for each in found.completed)
    return percent(tally, Intent), {
        Intent.DISRUPT: 32,
        Intent.SUPPORT: 10,
        Intent.COMBINED: 58,
        Intent.SAFETY: 0,
    }


def agencies_that_disrupt(found: Counted) -> Compared:
    """Final report, line 147."""
    tally = together(each.by_aim[Intent.DISRUPT] for each in found.completed)
    printed = {
        AgencyGroup.POLICE: 28,
        AgencyGroup.IDVA: 20,
        AgencyGroup.PROBATION: 17,
        AgencyGroup.CSC: 9,
    }
    return percent(tally, [line.word for line in tally.lines[:4]]), printed


def order_of_agencies(found: Counted) -> Compared:
    """Year-1 report, lines 975-980."""
    return _order(each.agencies for each in found.completed), ORDER


def order_of_information(found: Counted) -> Compared:
    """Year-1 report, lines 995-998: much the same."""
    order = _order(each.information for each in found.completed)
    return (order[:3], set(order)), (ORDER[:3], set(ORDER))


def _order(tallies: Iterable[Tally]) -> tuple[Word, ...]:
    return tuple(line.word for line in together(tallies).lines[: len(ORDER)])


def information_comes_first(found: Counted) -> Compared:
    """Year-1 report, line 973."""
    activities = together(each.activities for each in found.completed)
    indirect = together(each.modes for each in found.completed).of(WorkMode.INDIRECT)
    informing = sum(activities.of(code).references for code in INFORMATION_SHARING)
    return 2 * informing > indirect.references, True


def actions(found: Counted) -> Compared:
    """Year-1 report, lines 1127 and 1143, read as shares of actions."""
    printed = {ActivityCode.CHILD_SAFEGUARDING: 10, ActivityCode.SUPPORT_INDIRECT: 5}
    return percent(found.actions, printed), printed


def direct_work(found: Counted) -> Compared:
    """Year-1 report, lines 1229-1271; at Site 2: 81% of it, nine cases, six with change work."""
    modes = together(each.modes for each in found.thirty)
    kinds = together(each.direct for each in found.thirty)
    there = together(each.direct for each in found.at_site_2)
    change = DirectWork.BEHAVIOUR_CHANGE
    printed = {DirectWork.CONTACT: 56, DirectWork.SUPPORT: 31, change: 12}
    at_site_2 = round(100 * there.references / kinds.references)
    return (
        percent(modes, [WorkMode.DIRECT]) | percent(kinds, printed),
        (kinds.cases, kinds.of(change).cases),
        (at_site_2, there.cases, there.of(change).cases),
    ), ({WorkMode.DIRECT: 15} | printed, (19, 9), (81, 9, 6))


def references_of_all(found: Counted) -> Compared:
    """Of 30 cases, ten a site (line 504); how many references there were is not printed."""
    modes = together(each.modes for each in found.thirty)
    return Counter({line.word: line.references for line in modes.lines}), Counter(
        {WorkMode.INDIRECT: 4250, WorkMode.DIRECT: 750}
    )


CHECKS: Mapping[str, Callable[[Counted], Compared]] = {
    check.__name__: check
    for check in (
        references_and_cases,
        due_to_drive,
        aims,
        agencies_that_disrupt,
        order_of_agencies,
        order_of_information,
        information_comes_first,
        actions,
        direct_work,
        references_of_all,
    )
}
