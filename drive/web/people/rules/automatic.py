"""What the machine may join without a person: named rules, and nothing besides.

A rule holds only for somebody who is compared for the first time, with somebody in the same role,
where the model links the two as well. Everything else is put to a reviewer.
"""

from collections.abc import Collection
from dataclasses import dataclass

NAMES_AND_BIRTH = frozenset({"forename", "surname", "date_of_birth"})


@dataclass(frozen=True)
class AutomaticRule:
    """A rule by which the machine may make two people one.

    Parameters
    ----------
    name : str
        What stands on the merge, so that it can be traced.
    needs : frozenset of str
        What has to be known of both, and to be equal.
    words : str
        How the rule is told to people.
    """

    name: str
    needs: frozenset[str]
    words: str


AUTOMATIC_RULES: tuple[AutomaticRule, ...] = (
    AutomaticRule(
        "equal name, birth date and police number",
        NAMES_AND_BIRTH | {"police_id"},
        "Forename, surname, full date of birth and police number are equal.",
    ),
    AutomaticRule(
        "equal name, birth date and telephone",
        NAMES_AND_BIRTH | {"phone"},
        "Forename, surname, full date of birth and telephone number are equal.",
    ),
    AutomaticRule(
        "equal name, birth date and postcode",
        NAMES_AND_BIRTH | {"postcode"},
        "Forename, surname, full date of birth and postcode are equal.",
    ),
)
"""In the order in which they are tried."""


def rule_for(equal: Collection[str], *, same_role: bool, linked: bool) -> AutomaticRule | None:
    """Return the rule by which two people may be joined, or None: then a person decides.

    Parameters
    ----------
    equal : collection of str
        What is known of both and equal; a placeholder is not known.
    same_role : bool
        Whether both are mentioned in the same role.
    linked : bool
        Whether the model links the two, and nothing forbids it.
    """
    if not (same_role and linked):
        return None
    return next((rule for rule in AUTOMATIC_RULES if rule.needs <= set(equal)), None)
