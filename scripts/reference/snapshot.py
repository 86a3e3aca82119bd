"""The tables and columns of a frozen snapshot."""

from drive.vocabulary.snapshot import SCHEMA_VERSION, TABLES
from scripts.reference.markdown import table

WHAT_STANDS_IN_IT = "Keys are pseudonyms, ages are in years and times are days from allocation."


def page() -> str:
    """Return the page of the snapshot's tables."""
    parts = [f"# The snapshot\n\nSchema version {SCHEMA_VERSION}. {WHAT_STANDS_IN_IT}\n"]
    for one in TABLES:
        rows = [(f"`{c.name}`", c.kind, c.meaning) for c in one.columns]
        parts.append(f"## {one.name}\n\nA row is {one.row}.\n")
        parts.append(table(("Column", "Kind", "Meaning"), rows))
    return "\n".join(parts)
