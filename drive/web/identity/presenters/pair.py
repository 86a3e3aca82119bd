"""Words of the page on which a reviewer sees two records side by side."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from drive.vocabulary.answers import ValueStatus
from drive.vocabulary.identity import PartyRole, Verdict
from drive.vocabulary.people import RelationshipType
from drive.web.core.dates import in_words
from drive.web.design_system.presenters import label, table_rows, time_in_words
from drive.web.identity.presenters.parts import born_in_words, lines, link, source_in_words
from drive.web.identity.queries.groups import Heard, Human
from drive.web.people.models import Dyad, MatchCandidate, MatchDecision


def comparison_table(one: Human, other: Human) -> dict[str, Any]:
    """Return the two records side by side, a row for each thing that was typed."""
    rows = [
        [_("Forename"), *(lines([each.forename for each in who.mentions]) for who in (one, other))],
        [_("Surname"), *(lines([each.surname for each in who.mentions]) for who in (one, other))],
        [
            _("Date of birth, as typed"),
            *(
                lines([born_in_words(each.date_of_birth) for each in who.mentions])
                for who in (one, other)
            ),
        ],
        [
            _("Role"),
            *(
                lines([label(PartyRole(each.role)) for each in who.mentions])
                for who in (one, other)
            ),
        ],
        [
            _("Marac"),
            *(
                lines([f"{each.agency.name}, {each.agency.site.name}" for each in who.mentions])
                for who in (one, other)
            ),
        ],
        [_("Heard"), *(lines(heard_in_words(who.heard)) for who in (one, other))],
        [
            _("Source"),
            *(lines([source_in_words(each) for each in who.mentions]) for who in (one, other)),
        ],
    ]
    return {
        "caption": _("The two records"),
        "head": [_("Detail"), _("First record"), _("Second record")],
        "rows": table_rows(rows),
        "first_cell_is_header": True,
    }


def heard_in_words(heard: Iterable[Heard]) -> list[str]:
    """Return each hearing: the day, in which role, and with whom."""
    return [
        _("%(day)s as %(role)s, with %(other)s (%(relationship)s)")
        % {
            "day": in_words(each.hearing.meeting.held_on),
            "role": label(each.role).lower(),
            "other": each.other.name,
            "relationship": _relationship(each.hearing.dyad).lower(),
        }
        for each in heard
    ] or [_("In no hearing that you can see")]


def _relationship(dyad: Dyad) -> str:
    if dyad.relationship:
        return label(RelationshipType(dyad.relationship))
    return _("relationship: %s") % label(ValueStatus(dyad.relationship_status)).lower()


def findings(candidate: MatchCandidate) -> list[dict[str, Any]]:
    """Return what agrees, what differs and what is unknown, as summary rows."""
    return [
        {
            "key": {"text": said},
            "value": {"html": lines([capfirst(each) for each in words] or [_("Nothing")])},
        }
        for said, words in (
            (_("Agrees"), candidate.agreements),
            (_("Differs"), candidate.disagreements),
            (_("Not known"), candidate.unknown),
        )
    ]


def consequences(candidate: MatchCandidate, *, both_drawn: bool) -> list[dict[str, str]]:
    """Return what follows from “the same person”, where it weighs heavily."""
    found = []
    if candidate.crosses_roles:
        found.append(
            {
                "title": _("Perpetrator in one case, victim-survivor in another"),
                "text": _(
                    "A wrong link could hurt somebody. If you say “the same person”, a second "
                    "reviewer must say so too. A wall between the two roles stays: whoever works "
                    "on the one case sees nothing of the other."
                ),
            }
        )
    if both_drawn:
        found.append(
            {
                "title": _("Both have been drawn"),
                "text": _(
                    "If they are the same person, the later draw becomes void and the earlier one "
                    "stands. Two reviewers must agree."
                ),
            }
        )
    if candidate.of_large_group:
        found.append(
            {
                "title": _("One of more than 20 records that resemble one another"),
                "text": _(
                    "Such a group often holds several people of one family, or names that stand "
                    "for nobody. Say “the same person” only for what these two records show."
                ),
            }
        )
    return found


def decisions_table(decisions: Iterable[MatchDecision]) -> dict[str, Any]:
    """Return what reviewers said, in order."""
    rows = [
        [
            each.number,
            label(Verdict(each.verdict)),
            each.reason,
            each.recorded_by.name,
            time_in_words(each.recorded_at),
        ]
        for each in decisions
    ]
    return {
        "caption": _("What reviewers said"),
        "head": [_("Number"), _("Verdict"), _("Reason"), _("By"), _("When")],
        "rows": table_rows(rows),
        "first_cell_is_header": True,
    }


def person_links(sides: Sequence[Human]) -> list[Any]:
    """Return the links to the pages of the two people."""
    words = (_("Page of the first record"), _("Page of the second record"))
    return [
        link(said, reverse("identity:person", args=[side.first.pk]))
        for said, side in zip(words, sides, strict=True)
        if side.people
    ]


def saved_in_words(candidate: MatchCandidate) -> str:
    """Return what a decision led to."""
    if candidate.verdict == Verdict.SAME:
        return _("Saved. The two records are one person now.")
    if candidate.verdict:
        return _("Saved. The question is settled.")
    return _("Saved. Another reviewer looks at it too.")
