"""Words of what was decided, merged and undone: for those who review."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from drive.vocabulary.identity import Verdict
from drive.web.design_system.presenters import (
    label,
    summary_row,
    table_rows,
    time_in_words,
)
from drive.web.identity.presenters.parts import lines, link, state_tag, tag
from drive.web.identity.queries.histories import History
from drive.web.people.models import MatchCandidate, MatchDecision, Merge
from drive.web.people.rules import AUTOMATIC_RULES

_RULES = {rule.name: rule.words for rule in AUTOMATIC_RULES}


def timeline(found: History) -> list[dict[str, Any]]:
    """Return every decision, merge and undo, the newest first."""
    items = [
        *(_decided(each) for each in found.decisions),
        *(_merged(each) for each in found.merges),
        *(_undone(each) for each in found.merges if each.undone_at),
    ]
    # Of two things at one moment the merge followed from the decision.
    ordered = sorted(enumerate(items), key=lambda one: (one[1]["at"], one[0]))
    return [item for _number, item in reversed(ordered)]


def _two(row: MatchCandidate | Merge) -> str:
    return _("%(one)s and %(other)s") % {"one": row.one.name, "other": row.other.name}


def _decided(decision: MatchDecision) -> dict[str, Any]:
    return {
        "label": _("Decided: %s") % label(Verdict(decision.verdict)),
        "byline": decision.recorded_by.name,
        "at": decision.recorded_at,
        "text": f"{_two(decision.candidate)}: {decision.reason}",
    }


def _merged(merge: Merge) -> dict[str, Any]:
    return {
        "label": _("Made one"),
        "byline": made_by(merge),
        "at": merge.recorded_at,
        "text": f"{_two(merge)}. {why(merge)}",
    }


def _undone(merge: Merge) -> dict[str, Any]:
    return {
        "label": _("Made two again"),
        "byline": merge.undone_by.name if merge.undone_by else "",
        "at": merge.undone_at,
        "text": f"{_two(merge)}: {merge.undone_reason}",
    }


def made_by(merge: Merge) -> str:
    """Return who made two people one: a reviewer, or the machine."""
    return merge.decision.recorded_by.name if merge.decision else _("the machine, by a rule")


def why(merge: Merge) -> str:
    """Return the reviewer's reason, or the rule of the machine."""
    if merge.decision:
        return merge.decision.reason
    return _("Rule: %s") % _RULES.get(merge.rule, merge.rule)


def questions_table(
    candidates: Iterable[MatchCandidate], caption: str, *, overrules: bool
) -> dict[str, Any]:
    """Return questions about somebody, each with the page where it is decided or overruled."""
    rows = [
        [
            link(_two(each), reverse("identity:question", args=[each.pk])),
            label(Verdict(each.verdict)) if each.verdict else state_tag(each.state),
            link(
                _("Overrule"),
                reverse("identity:overrule", args=[each.pk]),
                hidden=_("the decision on %s") % _two(each),
            )
            if overrules
            else time_in_words(each.recorded_at),
        ]
        for each in candidates
    ]
    return {
        "caption": caption,
        "head": [
            _("The two records"),
            _("Verdict") if overrules else _("State"),
            _("Change") if overrules else _("Asked"),
        ],
        "rows": table_rows(rows),
        "first_cell_is_header": True,
    }


def merges_table(merges: Iterable[Merge], caption: str, *, may_undo: bool) -> dict[str, Any]:
    """Return merges: who, by whom, why, since when, and whether they stand."""
    rows = [
        [
            _to_person(merge),
            made_by(merge),
            why(merge),
            time_in_words(merge.recorded_at),
            _stands(merge, may_undo=may_undo),
        ]
        for merge in merges
    ]
    return {
        "caption": caption,
        "head": [_("The two records"), _("Made one by"), _("Why"), _("When"), _("State")],
        "rows": table_rows(rows),
        "first_cell_is_header": True,
    }


def _to_person(merge: Merge) -> SafeString:
    return link(_two(merge), reverse("identity:person", args=[merge.one_id]))


def _stands(merge: Merge, *, may_undo: bool) -> Any:
    if merge.undone_at:
        return format_html(
            "{} {}", tag(_("Undone"), "govuk-tag--grey"), time_in_words(merge.undone_at)
        )
    if not may_undo:
        return tag(_("Stands"), "govuk-tag--green")
    return link(
        _("Undo"),
        reverse("identity:undo", args=[merge.pk]),
        hidden=_("the merge of %s") % _two(merge),
    )


def merge_rows(merge: Merge) -> list[dict[str, Any]]:
    """Return what a merge joined, by whom or which rule, and why."""
    return [
        summary_row(_("First record"), merge.one.name),
        summary_row(_("Second record"), merge.other.name),
        summary_row(_("Made one by"), made_by(merge)),
        summary_row(_("Why"), why(merge)),
        summary_row(_("When"), time_in_words(merge.recorded_at)),
    ]


def consequences_of_undoing(
    merge: Merge, *, voids: int, overruled: Iterable[MatchCandidate]
) -> list[str]:
    """Return what follows from undoing a merge, in sentences."""
    said = [
        _("The two records stand for two people again. Nothing that was recorded is lost."),
        _("Repeat hearings of both are counted again."),
        _("They are kept apart: the machine does not ask again, and joins them by no rule."),
        _("Whoever was kept away from the one by name stays kept away from both."),
    ]
    if voids:
        said.append(_("The later draw, which this merge made void, stands again."))
    others = [
        _two(each)
        for each in overruled
        if each.one_id != merge.one_id or each.other_id != merge.other_id
    ]
    if others:
        said.append(
            _("These decisions say the opposite and are overruled: %s.") % "; ".join(others)
        )
    return said


def group_lines(names: Iterable[str]) -> Any:
    """Return the names of the records that are one person."""
    return lines(list(names))
