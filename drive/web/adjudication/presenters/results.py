"""The result of a round as tables: the Idva minus the adjudicators, and how these agree."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from drive.vocabulary.abuse import AbuseType
from drive.vocabulary.adjudication import ArmLabel
from drive.web.adjudication.models import RoundResult
from drive.web.design_system.presenters import label, summary_row, time_in_words

Numbers = Mapping[str, Any]


def result_rows(result: RoundResult) -> list[dict[str, Any]]:
    """Return when a result was released, its hash, and what became of each arm's narratives."""
    rows = [
        summary_row(_("Released"), time_in_words(result.recorded_at)),
        summary_row(_("By"), result.recorded_by.name),
        summary_row(_("Hash of the numbers"), result.digest),
    ]
    for arm in ArmLabel:
        counts = result.numbers["drawn"][arm]
        words = _("%(drawn)s drawn, %(out)s kept out")
        said = words % {"drawn": counts["drawn"], "out": counts["kept_out"]}
        rows.append(summary_row(label(arm), said))
    return rows


def tables_of(result: RoundResult) -> list[dict[str, Any]]:
    """Return four tables: for severity and for any abuse, the differences and the agreement."""
    types = result.numbers["types"]
    severity, used = _("Severity, from 0 for none to 3 for high"), _("Any abuse: 1 for yes")
    return [
        _differences(severity, {kind: types[kind]["severity"] for kind in AbuseType}),
        _agreement(severity, {kind: types[kind]["severity"] for kind in AbuseType}),
        _differences(used, {kind: types[kind]["used"] for kind in AbuseType}),
        _agreement(used, {kind: types[kind]["used"] for kind in AbuseType}),
    ]


def _differences(what: str, by_type: Mapping[AbuseType, Numbers]) -> dict[str, Any]:
    head = [_("Type"), _("A: n"), _("A: IDVA minus adjudicators"), _("B: n")]
    head += [_("B: IDVA minus adjudicators"), _("A minus B: detection bias")]
    rows = [
        [
            label(kind),
            compared(each["a"]),
            estimate(each["a"]["difference"]),
            compared(each["b"]),
            estimate(each["b"]["difference"]),
            estimate(each["bias"]),
        ]
        for kind, each in by_type.items()
    ]
    return _table(_("%(what)s: the IDVA beside the adjudicators") % {"what": what}, head, rows)


def _agreement(what: str, by_type: Mapping[AbuseType, Numbers]) -> dict[str, Any]:
    head = [_("Type"), _("A: equal ratings"), _("A: weighted kappa")]
    head += [_("B: equal ratings"), _("B: weighted kappa")]
    rows = [
        [label(kind), *(estimate(each[arm][name]) for arm in "ab" for name in ("exact", "kappa"))]
        for kind, each in by_type.items()
    ]
    return _table(_("%(what)s: how the two adjudicators agree") % {"what": what}, head, rows)


def _table(caption: str, head: list[str], rows: list[list[str]]) -> dict[str, Any]:
    return {
        "caption": caption,
        "head": head,
        "first_cell_is_header": True,
        "rows": [[{"text": text} for text in row] for row in rows],
    }


def compared(arm: Numbers) -> str:
    """Return of how many narratives all three could tell."""
    words = _("%(n)s of %(all)s").replace(" ", "\N{NO-BREAK SPACE}")
    return words % {"n": arm["compared"], "all": arm["narratives"]}


def estimate(numbers: Numbers) -> str:
    """Return a value with its interval, or why there is none."""
    value = numbers["value"]
    if isinstance(value, Mapping):
        return _("None: %(why)s") % {"why": value["undefined"]}
    words = _("%(value)s (%(low)s to %(high)s)")
    return words % {name: f"{numbers[name]:.2f}" for name in ("value", "low", "high")}
