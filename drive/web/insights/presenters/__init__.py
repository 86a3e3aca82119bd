"""Words and component parameters of the Idva's pages. None of them knows of an arm."""

from drive.web.insights.presenters.cases import (
    caseload_table,
    frame,
    log_address,
    overview_rows,
    steps,
    waiting_table,
)
from drive.web.insights.presenters.cells import page_of_step, step_in_words
from drive.web.insights.presenters.forms import (
    follow_up_table,
    form_sections,
    forms_table,
    said_last_time,
    stage_in_words,
    version_rows,
)
from drive.web.insights.presenters.lists import (
    capacity_rows,
    capacity_table,
    due_table,
    strategies_table,
)
from drive.web.insights.presenters.support import (
    attempts_table,
    engagement_table,
    move_cards,
    note_card,
    plan_card,
)

__all__ = [
    "attempts_table",
    "capacity_rows",
    "capacity_table",
    "caseload_table",
    "due_table",
    "engagement_table",
    "follow_up_table",
    "form_sections",
    "forms_table",
    "frame",
    "log_address",
    "move_cards",
    "note_card",
    "overview_rows",
    "page_of_step",
    "plan_card",
    "said_last_time",
    "stage_in_words",
    "step_in_words",
    "steps",
    "strategies_table",
    "version_rows",
    "waiting_table",
]
