"""The people of the world by what they are to the programme."""

from __future__ import annotations

Names = frozenset[str]


def names(text: str) -> Names:
    """Return the names in a text, by which the world knows its people."""
    return frozenset(text.split())


CASE_MANAGERS = names("case_manager other_case_manager west_sussex_case_manager")
SERVICE_MANAGERS = names("service_manager west_sussex_service_manager excluded")
ADVISERS = names("practice_adviser")
IDVAS = names("idva other_idva west_sussex_idva")
ALLOCATORS = names("allocator second_allocator")
COORDINATORS = names("coordinator west_sussex_coordinator")
EVALUATORS = names("evaluator")
ENTER_SALTS = ALLOCATORS | EVALUATORS
MONITORS = names("monitor")
COMMISSIONERS = names("commissioner")
ADMINISTRATORS = names("administrator")
CODERS = names("coder second_coder")
NO_ROLE = names("nobody police_partner")

READ_CASES = CASE_MANAGERS | SERVICE_MANAGERS | ADVISERS
WORK_CASES = CASE_MANAGERS | SERVICE_MANAGERS
BRING_LISTS = COORDINATORS | ALLOCATORS
COUNT_DRAWS = EVALUATORS | SERVICE_MANAGERS | ALLOCATORS
HOLD_PANELS = SERVICE_MANAGERS | ALLOCATORS
REPORT_HARM = WORK_CASES | IDVAS | BRING_LISTS
EVERYBODY = (
    READ_CASES | IDVAS | BRING_LISTS | EVALUATORS | MONITORS | ADMINISTRATORS | NO_ROLE
    | COMMISSIONERS | CODERS
)  # fmt: skip
