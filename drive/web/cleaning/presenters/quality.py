"""Words and component parameters of the page on data quality."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from drive.web.cleaning.queries.quality import InsightsLine, MaracLine, PeopleLine

_SOURCES = {
    "Marac list": gettext_noop("Marac list"),
    "entered by hand": gettext_noop("Entered by hand"),
    "pilot": gettext_noop("The first year's records"),
}

PEOPLE_WORDS = (
    (
        gettext_noop("Mentions"),
        gettext_noop("How often somebody was named, as perpetrator or as victim-survivor."),
    ),
    (
        gettext_noop("People"),
        gettext_noop("How many records of people these mentions belong to."),
    ),
    (
        gettext_noop("Joined at the door"),
        gettext_noop(
            "Mentions that joined somebody who was on record already, since forename, surname and "
            "full birth date were equal within the site."
        ),
    ),
    (
        gettext_noop("Merged since"),
        gettext_noop(
            "People whose record was later found to be about somebody recorded earlier, by a "
            "reviewer or by a rule that has a name. A merge that was undone does not count."
        ),
    ),
    (
        gettext_noop("Open questions"),
        gettext_noop(
            "Pairs of records of which nobody has decided yet whether they are one person. A pair "
            "of two sources or sites counts in both lines."
        ),
    ),
)
MARAC_WORDS = (
    (
        gettext_noop("Rows"),
        gettext_noop(
            "Rows of imported Marac lists. When a list is erased, the rows that never became a "
            "hearing and were not set aside go with it."
        ),
    ),
    (
        gettext_noop("Same row twice"),
        gettext_noop("Set aside because the same row stands in the list before it."),
    ),
    (
        gettext_noop("Recorded already"),
        gettext_noop("Set aside because the same hearing of the same two people was on record."),
    ),
    (
        gettext_noop("By hand"),
        gettext_noop("Set aside by the person who imported the list."),
    ),
)
INSIGHTS_WORDS = (
    (
        gettext_noop("Early"),
        gettext_noop("Proposed because the hearing was before the first day of the programme."),
    ),
    (
        gettext_noop("Copy"),
        gettext_noop(
            "Proposed because another row has the same two people, the same hearing and the same "
            "information, but for slips of the pen. The row with the lower number stays."
        ),
    ),
    (
        gettext_noop("Repeat"),
        gettext_noop(
            "Proposed because another row has the same perpetrator at an earlier hearing, with the "
            "same victim-survivor or another. The row of the first hearing stays."
        ),
    ),
    (
        gettext_noop("Decided"),
        gettext_noop("Rows on which somebody has decided, either way."),
    ),
    (
        gettext_noop("Set aside"),
        gettext_noop("Rows that are set aside now. They are kept, and can be taken back."),
    ),
    (
        gettext_noop("Stay"),
        gettext_noop("Rows for which nothing was proposed, and rows that were kept."),
    ),
)


def people_table(lines: Sequence[PeopleLine]) -> dict[str, Any]:
    """Return the people of each source and site."""
    return _table(
        _("People, by source and site"),
        [_("Source"), _("Site")],
        PEOPLE_WORDS,
        [
            (
                [_(_SOURCES.get(each.source, each.source)), each.site],
                [each.mentions, each.people, each.joined, each.merged, each.open_questions],
            )
            for each in lines
        ],
    )


def marac_table(lines: Sequence[MaracLine]) -> dict[str, Any]:
    """Return the rows of Marac lists by site."""
    return _table(
        _("Rows of Marac lists, by site"),
        [_("Site")],
        MARAC_WORDS,
        [
            ([each.site], [each.rows, each.copy_in_list, each.already_heard, each.by_hand])
            for each in lines
        ],
    )


def insights_table(lines: Sequence[InsightsLine]) -> dict[str, Any]:
    """Return the rows of Insights lists by site."""
    words = ((gettext_noop("Rows"), ""), *INSIGHTS_WORDS)
    return _table(
        _("Rows of Insights lists, by site"),
        [_("Site")],
        words,
        [
            (
                [each.site or _("No site of Drive")],
                [
                    each.rows,
                    each.early,
                    each.copy,
                    each.repeat,
                    each.decided,
                    each.set_aside,
                    each.stays,
                ],
            )
            for each in lines
        ],
    )


def definitions(words: Sequence[tuple[str, str]]) -> list[dict[str, str]]:
    """Return what the columns of a table mean."""
    return [{"name": _(name), "means": _(means)} for name, means in words]


def _table(
    caption: str,
    keys: Sequence[str],
    words: Sequence[tuple[str, str]],
    lines: Sequence[tuple[Sequence[str], Sequence[int]]],
) -> dict[str, Any]:
    return {
        "caption": caption,
        "head": [*keys, *({"text": _(name), "numeric": True} for name, _means in words)],
        "rows": [
            [
                *({"text": text} for text in texts),
                *({"text": f"{number:,}", "numeric": True} for number in numbers),
            ]
            for texts, numbers in lines
        ],
        "first_cell_is_header": True,
    }
