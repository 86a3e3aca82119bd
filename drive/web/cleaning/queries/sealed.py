"""What lies sealed, opened; and the keyed hashes by which the same thing is noticed again."""

import base64
import json

from django.utils.crypto import salted_hmac

from drive.linkage.cleaning import InsightsRow, tidy
from drive.web.cleaning.models import InsightsList, InsightsListRow, RowDecision
from drive.web.cleaning.rules.rows import Problem, cells_of
from drive.web.core.sealing import unseal_field

"""The compartment under whose key lists are sealed."""


def content_of(insights_list: InsightsList) -> bytes:
    """Return the file as uploaded; nothing once it is erased."""
    return base64.b64decode(unseal_field(insights_list, "sealed_content"))


def cells_in(row: InsightsListRow) -> dict[str, str]:
    """Return the cells of a row as typed; none once the list is erased."""
    cells: dict[str, str] = json.loads(unseal_field(row, "sealed_cells") or "{}")
    return cells


def problems_in(row: InsightsListRow) -> list[Problem]:
    """Return what a person must look at in a row."""
    stored = json.loads(unseal_field(row, "sealed_problems") or "[]")
    return [Problem(*each) for each in stored]


def words_of(decision: RowDecision) -> str:
    """Return the reason that somebody gave."""
    return unseal_field(decision, "sealed_words")


def keyed_mark(kind: str, text: str) -> str:
    """Return a hash that only this installation can make."""
    return salted_hmac(f"drive.cleaning.{kind}", text, algorithm="sha256").hexdigest()


def mark_of(row: InsightsRow) -> str:
    """Return the keyed hash of all that a row says, however it is typed."""
    said = cells_of(row) | {f"answer {name}": text for name, text in row.answers.items()}
    tidied = sorted((name, tidy(text)) for name, text in said.items() if tidy(text))
    return keyed_mark("row", json.dumps(tidied))
