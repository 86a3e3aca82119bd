"""The outputs on disk: results for programs, tables for spreadsheets, drawings, the report."""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from drive.evaluation.blocks import Figure, Section
from drive.evaluation.header import Header
from drive.evaluation.results import Result, Suppressed

COLUMNS = (
    "id",
    "group",
    "title",
    "n",
    "estimate",
    "unit",
    "interval_low",
    "interval_high",
    "p",
    "method",
    "printed",
    "agrees",
    "comparison",
    "note",
    "source",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_outputs(out: Path, header: Header, sections: Sequence[Section], *, html: str) -> Path:
    """Write everything and return the path of the report."""
    for folder in (out, out / "tables", out / "figures"):
        folder.mkdir(parents=True, exist_ok=True)
    for stale in (*(out / "tables").glob("*.csv"), *(out / "figures").glob("*.svg")):
        stale.unlink()
    _write(out / "results.json", results_json(header, sections))
    for section in sections:
        _write(out / "tables" / f"{section.analysis.id}.csv", section_csv(section))
        for block in section.blocks:
            if isinstance(block, Figure):
                _write(out / "figures" / f"{block.name}.svg", _alone(block.svg))
    report = out / "report.html"
    _write(report, html)
    return report


def results_json(header: Header, sections: Sequence[Section]) -> str:
    """Return ``results.json``: the same bytes for the same snapshot, code version and seed."""
    results = [
        _plain(result, question=section.analysis.question)
        for section in sections
        for result in section.results
    ]
    content = {"header": header.to_json(), "results": results}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def section_csv(section: Section) -> str:
    """Return the results of one analysis as CSV in which no text can be taken for a formula."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for result in section.results:
        plain = _plain(result, question=section.analysis.question)
        low, high = _limits(result)
        cells = {**plain, "interval_low": low, "interval_high": high}
        writer.writerow([_csv_cell(cells[column]) for column in COLUMNS])
    return text.getvalue()


def _plain(result: Result, *, question: int) -> dict[str, Any]:
    return {
        "id": result.id,
        "analysis": result.analysis,
        "group": result.group,
        "title": result.title,
        "research_question": question,
        "n": _value(result.n),
        "estimate": _value(result.estimate),
        "unit": result.unit,
        "interval": _interval(result.interval),
        "p": _value(result.p),
        "method": result.method,
        "printed": result.printed,
        "agrees": result.agrees,
        "comparison": result.comparison.value,
        "note": result.note,
        "source": result.source,
        "missing": dict(result.missing),
    }


def _value(value: float | Suppressed | None) -> Any:
    """Return a number with ten significant digits: what is beyond differs between machines."""
    if isinstance(value, Suppressed):
        return {"suppressed": value.reason}
    if value is None or isinstance(value, int):
        return value
    return float(f"{value:.10g}") if math.isfinite(value) else None


def _interval(interval: tuple[float, float] | Suppressed | None) -> Any:
    if isinstance(interval, tuple):
        return [_value(limit) for limit in interval]
    return _value(interval)


def _limits(result: Result) -> tuple[Any, Any]:
    if isinstance(result.interval, tuple):
        return _value(result.interval[0]), _value(result.interval[1])
    return _value(result.interval), _value(result.interval)


def _csv_cell(value: Any) -> Any:
    if isinstance(value, dict):
        return "suppressed"
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return "" if value is None else value


def _alone(svg: str) -> str:
    return f'<?xml version="1.0" encoding="utf-8"?>\n{svg}'


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
