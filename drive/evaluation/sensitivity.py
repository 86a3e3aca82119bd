"""The contrasts once more, without the victim-survivors who are linked to both arms."""

from __future__ import annotations

from dataclasses import replace

from drive.evaluation.analyses import CONTRASTS
from drive.evaluation.blocks import Figure, Section
from drive.evaluation.measures import Measures, measures
from drive.evaluation.measures.rows import Tables


def without_both_arms(tables: Tables, main: Measures, *, exact: bool) -> list[Section]:
    """Return the contrasts without whoever is linked to both arms; nothing if nobody is.

    Parameters
    ----------
    tables : Tables
        The plain tables of the snapshot.
    main : Measures
        The frames of the main analyses.
    exact : bool
        Whether the main results are printed as they are. Where small numbers are suppressed, a
        second set of results that differs by one person would undo that.
    """
    if not main.in_both_arms or not exact:
        return []
    frames = measures(tables, without_both_arms=True)
    return [_named(each(frames, compare=False).section()) for each in CONTRASTS]


def _named(section: Section) -> Section:
    """Return a section under a name of its own; its drawings would replace the main ones."""
    old, key = section.analysis.id, f"{section.analysis.id}-without-both-arms"
    analysis = replace(
        section.analysis,
        id=key,
        title=f"{section.analysis.title}: without those linked to both arms",
    )
    results = tuple(
        replace(result, id=f"{key}{result.id.removeprefix(old)}", analysis=key)
        for result in section.results
    )
    blocks = tuple(block for block in section.blocks if not isinstance(block, Figure))
    return Section(analysis=analysis, results=results, blocks=blocks)
