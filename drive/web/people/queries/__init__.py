"""Which people are one human being, of whom that is not settled, and who may be meant."""

from drive.web.people.queries.groups import (
    group_of,
    groups_of,
    root_of,
    roots_of,
    stand_in_one_dyad,
)
from drive.web.people.queries.possible import Possible, possible_counts, possible_matches
from drive.web.people.queries.unsettled import identity_unsettled, open_between_perpetrators
from drive.web.people.queries.working import idvas_of

__all__ = [
    "Possible",
    "group_of",
    "groups_of",
    "identity_unsettled",
    "idvas_of",
    "open_between_perpetrators",
    "possible_counts",
    "possible_matches",
    "root_of",
    "roots_of",
    "stand_in_one_dyad",
]
