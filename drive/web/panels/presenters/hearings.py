"""Words of the hearings before a panel: what it says of them, and what comes of it."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from drive.vocabulary.panels import PanelOutcome, PanelVerdict
from drive.web.core.dates import in_words
from drive.web.design_system.presenters import count_of, label, summary_row
from drive.web.panels.models import Panel, PanelDecision, PanelHearing
from drive.web.panels.presenters.parts import (
    criteria_in_words,
    link,
    percent,
    places,
    table,
    tag,
    verdict_tag,
    who,
)
from drive.web.panels.queries import Earlier, History, Prospect, Row, reason_of
from drive.web.panels.rules import Way


def not_now() -> str:
    """Return why a panel cannot decide: the same words, whatever the reason is."""
    # Different words for somebody who has an arm would tell a panel that he has one.
    return _("Not now: it is being settled who he is, or whether he may come to Drive")


def hearings_table(rows: Iterable[Row]) -> dict[str, Any]:
    """Return the hearings before an open panel."""
    cells = [[*who(row.entry), *_heard(row.entry), _says(row), _met(row.decision)] for row in rows]
    head = [_("Perpetrator"), _("Born"), _("Heard on"), _("Marac"), _("Says"), _("Criteria met")]
    return table(_("Before the panel"), head, cells)


def _heard(entry: PanelHearing) -> list[Any]:
    meeting = entry.hearing.meeting
    return [meeting.held_on, meeting.marac.name]


def _says(row: Row) -> Any:
    if not row.is_open:
        return not_now()
    return verdict_tag(row.verdict)


def _met(decision: PanelDecision | None) -> str:
    return criteria_in_words(decision.criteria) if decision else ""


def results_table(
    panel: Panel,
    entries: Iterable[PanelHearing],
    decisions: Mapping[UUID, PanelDecision],
    lots: Mapping[UUID, bool],
) -> dict[str, Any]:
    """Return the hearings of a settled panel with what came of them."""
    cells = []
    for entry in entries:
        decision = decisions.get(entry.pk)
        said = verdict_tag(decision.verdict) if decision else tag(_("Nothing"))
        cells.append([*who(entry), *_heard(entry), said, came_of_it(entry, lots)])
    head = [_("Perpetrator"), _("Born"), _("Heard on"), _("Marac"), _("Said"), _("What came of it")]
    return table(_("What the panel of %s decided") % in_words(panel.held_on), head, cells)


def came_of_it(entry: PanelHearing, lots: Mapping[UUID, bool]) -> str:
    """Return what came of a hearing before a settled panel."""
    if not entry.outcome:
        return _("The panel is not settled yet")
    outcome, lottery = PanelOutcome(entry.outcome), entry.panel.lottery
    if outcome is not PanelOutcome.LOTTERY or lottery is None:
        return label(outcome)
    if lottery.released_at:
        return _("The lottery could not be drawn. Waits for the next panel")
    if entry.hearing_id not in lots:
        return _("Waits for the draw of the lottery")
    if lots[entry.hearing_id]:
        return _("Drawn: has a place")
    return _("Not drawn: stays with the usual services")


def about_him(entry: PanelHearing, history: History) -> list[dict[str, Any]]:
    """Return what a panel needs to know of a hearing."""
    person = entry.perpetrator.person
    born = person.date_of_birth
    return [
        summary_row(_("Perpetrator"), person.name),
        summary_row(_("Born"), in_words(born) if born else _("Not known")),
        summary_row(_("Heard on"), entry.hearing.meeting.held_on),
        summary_row(_("Marac"), entry.hearing.meeting.marac.name),
        summary_row(
            _("Heard at this site by then"),
            count_of(history.hearings, _("time"), _("times")),
        ),
        summary_row(_("Repeat: about the same victim-survivor before"), history.repeat),
        summary_row(_("Serial: about more than one victim-survivor"), history.serial),
    ]


def decisions_table(decisions: Iterable[PanelDecision]) -> dict[str, Any]:
    """Return what a panel said of a hearing, the latest first."""
    rows = [
        [
            label(PanelVerdict(each.verdict)),
            criteria_in_words(each.criteria),
            reason_of(each),
            each.recorded_by.name,
            each.recorded_at.date(),
        ]
        for each in decisions
    ]
    head = [_("Says"), _("Criteria met"), _("Why"), _("Recorded by"), _("On")]
    return table(_("What this panel says"), head, rows)


def earlier_table(earlier: Iterable[Earlier], lots: Mapping[UUID, bool]) -> dict[str, Any]:
    """Return what other panels said of him, lotteries among it."""
    rows = []
    for each in earlier:
        panel, said = each.entry.panel, each.decision
        address = reverse("panels:decide", args=[panel.pk, each.entry.pk])
        rows.append(
            [
                link(in_words(panel.held_on), address),
                each.entry.hearing.meeting.held_on,
                label(PanelVerdict(said.verdict)) if said else _("Nothing"),
                reason_of(said) if said else "",
                came_of_it(each.entry, lots),
            ]
        )
    head = [_("Panel of"), _("Heard on"), _("Said"), _("Why"), _("What came of it")]
    return table(_("What other panels said of him"), head, rows)


_HAPPENS = {
    PanelOutcome.PLACE: "Gets a place",
    PanelOutcome.LOTTERY: "Is in the lottery",
    PanelOutcome.PASSED_OVER: "Stays with the usual services",
    PanelOutcome.WAITS: "Waits for the next panel",
}


def prospect_table(prospect: Prospect, rows: Iterable[Row]) -> dict[str, Any]:
    """Return what settling the panel will do to each hearing."""
    cells = [[*who(row.entry), _says(row), _(_HAPPENS[prospect.outcome(row)])] for row in rows]
    head = [_("Perpetrator"), _("Born"), _("The panel says"), _("What will happen")]
    return table(_("What settling will do"), head, cells)


def way_in_words(prospect: Prospect, panel: Panel) -> str:
    """Return how the places will be given out."""
    if prospect.way is Way.NOBODY:
        return _("Nobody is selected, so no place is given.")
    if prospect.way is Way.NO_PLACE:
        return _(
            "No place is free, so nobody can come to Drive now. Those selected wait for the next "
            "panel."
        )
    if prospect.way is Way.EVERYBODY:
        return _("%(selected)s for %(places)s: everybody selected gets a place.") % {
            "selected": _selected(prospect.units),
            "places": places(panel.places),
        }
    return _(
        "%(selected)s for %(places)s: a lottery decides, in which each of them has a probability "
        "of %(p)s. Co-perpetrators of one hearing are drawn together, for one place. Settling "
        "locks who is in the lottery; a second person then enters the salt that draws."
    ) % {
        "selected": _selected(prospect.units),
        "places": places(panel.places),
        "p": percent(panel.places / prospect.units),
    }


def _selected(units: int) -> str:
    return _("%s selected") % f"{units:,}"
