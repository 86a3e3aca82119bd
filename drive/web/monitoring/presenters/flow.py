"""The participant flow as a drawing, as text and as tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from drive.evaluation.results import Suppressed
from drive.randomisation import HistoricArms
from drive.randomisation.flow import Flow, FlowError, FlowRow
from drive.randomisation.flow_drawing import as_svg, as_text
from drive.vocabulary.allocation import Arm, WithdrawalReason
from drive.web.design_system.presenters import count_of, label
from drive.web.monitoring.presenters import Cell, heading, number, text
from drive.web.monitoring.rules.flow import Counted, checked_flow, tallied
from drive.web.monitoring.rules.summary import Line, summarised

INTERNAL = "Every number is shown. For the research team; it must not be passed on."
_TEXT = "text/plain; charset=utf-8"
SUPPRESSED = "Numbers from 1 to 7 are not shown; all others are rounded to the nearest 5."


@dataclass(frozen=True, kw_only=True)
class Shown:
    """The flow as the page shows it: `problem` says which numbers contradict, if any do."""

    drawing: SafeString | None
    words: str
    problem: str = ""


def shown(rows: Sequence[FlowRow], counted: Counted) -> Shown:
    """Return the drawing with its text; where the sums do not hold, what is wrong and the rows."""
    follow_up = counted.cases is not None
    try:
        flow = checked_flow(rows, counted)
    except FlowError as error:
        return Shown(drawing=None, words=tallied(rows), problem=str(error))
    return Shown(
        # Every reason and number in it is escaped where it is drawn.
        drawing=mark_safe(as_svg(flow, follow_up=follow_up)),  # noqa: S308
        words=as_text(flow, follow_up=follow_up),
    )


def file_of(what: str, rows: Sequence[FlowRow], counted: Counted) -> tuple[str, str, str]:
    """Return the content, the name and the type of a file of the flow.

    Raises
    ------
    FlowError
        If the numbers contradict each other: nothing leaves then.
    """
    flow = checked_flow(rows, counted)
    if what == "drawing":
        return as_svg(flow, note=INTERNAL), "flow.svg", "image/svg+xml"
    if what == "text":
        return f"{INTERNAL}\n\n{as_text(flow)}", "flow.txt", _TEXT
    return f"{SUPPRESSED}\n\n{_summary_text(flow)}", "flow-summary.txt", _TEXT


def _summary_text(flow: Flow) -> str:
    summary = summarised(flow)
    lines = [f"{line.words}: {_count(line)}" for line in summary.door]
    for arm, of_arm in summary.arms.items():
        lines += [label(arm), *(f"  {line.words}: {_count(line)}" for line in of_arm)]
    return "\n".join(lines) + "\n"


def _count(line: Line) -> str:
    return _("not shown") if isinstance(line.count, Suppressed) else f"{line.count:,}"


def summary_tables(flow: Flow) -> list[dict[str, Any]]:
    """Return the flow with its small numbers suppressed: the door of the draw, then both arms."""
    summary = summarised(flow)
    door = [[text(line.words), _shown(line)] for line in summary.door]
    arms = [
        [text(lines[0].words), *map(_shown, lines)]
        for lines in zip(*(summary.arms[arm] for arm in Arm), strict=True)
    ]
    return [
        {
            "caption": _("At the door of the draw"),
            "head": [_("Step"), heading(_("Perpetrators"))],
            "first_cell_is_header": True,
            "rows": door,
        },
        {
            "caption": _("After the draw"),
            "head": [_("Step"), *(heading(label(arm)) for arm in Arm)],
            "first_cell_is_header": True,
            "rows": arms,
        },
    ]


def _shown(line: Line) -> Cell:
    return {"text": _count(line), "numeric": True}


def withdrawn_table(withdrawn: Mapping[Arm, Counter[WithdrawalReason]]) -> dict[str, Any]:
    """Return why some should not have been drawn, by arm; also the reasons nobody had."""
    rows = [
        [text(label(reason)), *(number(withdrawn[arm][reason]) for arm in Arm)]
        for reason in WithdrawalReason
    ]
    rows.append([text(_("Together")), *(number(withdrawn[arm].total()) for arm in Arm)])
    return {
        "caption": _("Withdrawn after the draw, and kept as allocated"),
        "head": [_("Reason"), *(heading(label(arm)) for arm in Arm)],
        "first_cell_is_header": True,
        "rows": rows,
    }


def not_assessed_in_words(count: int) -> str:
    """Return what waits for the next draw and is not in the flow; nothing if nothing waits."""
    if not count:
        return ""
    about = {"waiting": count_of(count, _("hearing waits"), _("hearings wait"))}
    words = _("%(waiting)s for the next draw or for a panel; not assessed yet, not in the flow.")
    return words % about


def selected_in_words(count: int) -> str:
    """Return how many came through a panel, who are not in the flow; nothing if nobody did."""
    if not count:
        return ""
    about = {"came": count_of(count, _("perpetrator came"), _("perpetrators came"))}
    words = _("%(came)s to Drive through a panel, with no control arm: not in the flow.")
    return words % about


def refusal_of(imported: HistoricArms) -> str:
    """Return why imported arms allow no inference from the design; nothing if there are none."""
    return imported.refusal() if imported.drive or imported.control else ""
