"""What may be asked of the vault. What the gate asks is in `protected`, and for the gate alone."""

from drive.web.vault.queries.clashes import Clash, clashes
from drive.web.vault.queries.kept import (
    Standing,
    opened,
    plan_of,
    reveals_of,
    row_of,
    row_that_stood,
    standing,
)
from drive.web.vault.queries.linkage import Keys, KeysOfPeople

__all__ = [
    "Clash",
    "Keys",
    "KeysOfPeople",
    "Standing",
    "clashes",
    "opened",
    "plan_of",
    "reveals_of",
    "row_of",
    "row_that_stood",
    "standing",
]
