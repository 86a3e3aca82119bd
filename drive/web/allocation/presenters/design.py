"""Words of the trial and of the designs."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from drive.randomisation import HistoricArms
from drive.randomisation.predictor import Predictability
from drive.vocabulary.allocation import AllocationMethod
from drive.web.allocation.models import DesignPeriod, Trial
from drive.web.allocation.presenters.seals import in_code
from drive.web.allocation.queries.designs import Shape
from drive.web.core.dates import LONDON
from drive.web.design_system.presenters import date_in_words, label, summary_row, table_rows


def trials_summary(trials: Iterable[Trial]) -> list[list[dict[str, Any]]]:
    """Return each trial with what was published of it."""
    return [_trial(trial) for trial in trials]


def _trial(trial: Trial) -> list[dict[str, Any]]:
    rows = [
        summary_row(_("Activated"), _by(trial.recorded_at, trial.recorded_by.name)),
        summary_row(_("Commitment to the seed"), in_code(trial.commitment)),
    ]
    if trial.closed_at and trial.closed_by:
        rows.append(summary_row(_("Closed"), _by(trial.closed_at, trial.closed_by.name)))
        rows.append(summary_row(_("Seed"), in_code(trial.revealed_seed)))
    else:
        rows.append(summary_row(_("Seed"), _("Sealed until the trial is closed")))
    return rows


def _by(moment: Any, name: str) -> str:
    day = date_in_words(moment.astimezone(LONDON).date())
    return _("%(day)s by %(name)s") % {"day": day, "name": name}


def periods_table(periods: Iterable[DesignPeriod]) -> dict[str, Any]:
    """Return the table of every design that was set."""
    rows = [
        [
            period.site.name,
            period.starts_on,
            label(AllocationMethod(period.method)),
            _ratio(period),
            ", ".join(str(each) for each in period.block_multiples),
            "" if period.p_assignment is None else f"{period.p_assignment:.1%}",
            period.recorded_by.name,
        ]
        for period in periods
    ]
    return {
        "caption": _("Designs"),
        "hide_caption": True,
        "head": [
            _("Site"),
            _("First day"),
            _("How perpetrators come to Drive"),
            _("Drive to control"),
            _("Blocks of"),
            _("Probability of Drive"),
            _("Set by"),
        ],
        "rows": table_rows(rows),
        "first_cell_is_header": True,
    }


def _ratio(period: DesignPeriod) -> str:
    return "{} : {}".format(*period.ratio) if period.ratio else ""


def predictability_table(found: Mapping[Shape, Predictability]) -> dict[str, Any]:
    """Return what somebody who knows the design and all past arms could foresee of each ratio."""
    rows = [
        [
            f"{drive} : {control}",
            ", ".join(str(each) for each in multiples),
            f"{each.certain:.1%}",
            f"{each.auc:.2f}",
            f"{each.best_guess:.1%}",
            f"{each.base_rate:.1%}",
            _("Yes") if each.acceptable else _("No: choose longer blocks"),
        ]
        for ((drive, control), multiples), each in found.items()
    ]
    return {
        "caption": _("What could be foreseen"),
        "head": [
            _("Drive to control"),
            _("Blocks of"),
            _("Certain draws"),
            _("Area under the curve"),
            _("Best guess right"),
            _("Always guessing the larger arm"),
            _("Within the limits"),
        ],
        "rows": table_rows(rows),
        "first_cell_is_header": True,
    }


def historic_in_words(arms: HistoricArms | None) -> str:
    """Return why nothing can be inferred from the design of imported allocations."""
    return arms.refusal() if arms else ""
