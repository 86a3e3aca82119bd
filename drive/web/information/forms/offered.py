"""Fields whose options are rows of one case."""

from __future__ import annotations

from collections.abc import Iterable

from drive.web.design_system.forms import DriveForm

Pairs = Iterable[tuple[str, str]]


def offer(form: DriveForm, name: str, pairs: Pairs) -> None:
    """Put the rows of a case into a field of choices."""
    form.fields[name].choices = list(pairs)  # type: ignore[attr-defined]
