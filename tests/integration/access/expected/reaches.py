"""Which objects of the world are in whose reach."""

from __future__ import annotations

from tests.integration.access.expected.people import (
    ADMINISTRATORS,
    ALLOCATORS,
    CODERS,
    ENTER_SALTS,
    EVALUATORS,
    EVERYBODY,
    MONITORS,
    Names,
    names,
)
from tests.integration.access.world.numbers import (
    CLOSED,
    CONTROL,
    ESSEX,
    NEW_ESSEX,
    NEW_SUSSEX,
    OTHER_ESSEX,
    SUSSEX,
    WAITING,
)

_OF_ESSEX_CASE = names("case_manager service_manager practice_adviser idva")

_IN_ESSEX = names(
    "case_manager other_case_manager service_manager excluded practice_adviser idva other_idva"
)

REACHES: dict[str, dict[int | str, Names]] = {
    "case": {
        ESSEX: _OF_ESSEX_CASE,
        OTHER_ESSEX: names(
            "other_case_manager service_manager excluded practice_adviser other_idva"
        ),
        SUSSEX: names("west_sussex_case_manager west_sussex_service_manager west_sussex_idva"),
        CLOSED: _OF_ESSEX_CASE | {"excluded"},
    },
    "entry": {ESSEX: names("case_manager service_manager practice_adviser")},
    "strategy": {ESSEX: _OF_ESSEX_CASE},
    "late": {CLOSED: names("case_manager service_manager practice_adviser excluded")},
    "noted": {ESSEX: names("case_manager service_manager practice_adviser")},
    "looked_at": {ESSEX: names("case_manager service_manager practice_adviser")},
    "office_time": {"hers": names("idva")},
    "document": {
        ESSEX: names("case_manager service_manager practice_adviser"),
        OTHER_ESSEX: names("other_case_manager service_manager excluded practice_adviser"),
        SUSSEX: names("west_sussex_case_manager west_sussex_service_manager"),
    },
    "allocation": {
        ESSEX: names("service_manager"),
        NEW_ESSEX: names("service_manager excluded"),
        NEW_SUSSEX: names("west_sussex_service_manager"),
        CONTROL: frozenset(),
    },
    "idva_case": {
        ESSEX: names("idva"),
        CONTROL: names("idva"),
        OTHER_ESSEX: names("other_idva"),
        SUSSEX: names("west_sussex_idva"),
    },
    "her_request": {ESSEX: names("idva"), SUSSEX: names("west_sussex_idva")},
    "records_request": {ESSEX: names("idva"), CONTROL: names("idva")},
    "folder": {
        "his": names("case_manager service_manager practice_adviser"),
        "hers": names("idva"),
        CONTROL: names("idva"),
    },
    "fact": {
        "his": names("case_manager service_manager practice_adviser"),
        "hers": names("idva"),
    },
    "traced_fact": {"his": names("service_manager"), "hers": names("idva")},
    "silence": {"his": names("service_manager"), "hers": names("idva")},
    "form": {
        ESSEX: names("idva"),
        CONTROL: names("idva"),
        SUSSEX: names("west_sussex_idva"),
    },
    "row_of_hers": {ESSEX: names("idva")},
    "row_of_his": {ESSEX: names("case_manager")},
    "clash": {ESSEX: names("idva service_manager")},
    "pack": {
        ESSEX: names("service_manager idva"),
        OTHER_ESSEX: names("service_manager excluded other_idva"),
    },
    "leak": {ESSEX: names("case_manager service_manager idva"), CONTROL: names("idva")},
    "outgoing": {ESSEX: names("case_manager service_manager"), CONTROL: names("idva")},
    "pair": {
        WAITING: names("coordinator") | ALLOCATORS,
        NEW_SUSSEX: names("west_sussex_coordinator") | ALLOCATORS,
    },
    "pair_to_report_on": {
        ESSEX: names("case_manager idva service_manager coordinator") | ALLOCATORS,
        CONTROL: names("idva coordinator") | ALLOCATORS,
        SUSSEX: names(
            "west_sussex_case_manager west_sussex_idva west_sussex_service_manager "
            "west_sussex_coordinator"
        )
        | ALLOCATORS,
        WAITING: names("coordinator") | ALLOCATORS,
    },
    "report": {
        ESSEX: names("case_manager service_manager") | ALLOCATORS,
        CONTROL: names("idva") | ALLOCATORS,
        WAITING: names("coordinator") | ALLOCATORS,
    },
    "own_report": {
        ESSEX: names("case_manager"),
        CONTROL: names("idva"),
        WAITING: names("coordinator"),
    },
    "notice_of_harm": {ESSEX: MONITORS, CONTROL: MONITORS, WAITING: MONITORS},
    "hearing": {
        ESSEX: names("coordinator") | ALLOCATORS,
        CONTROL: names("coordinator") | ALLOCATORS,
        SUSSEX: names("west_sussex_coordinator") | ALLOCATORS,
    },
    "list": {
        "essex": names("coordinator") | ALLOCATORS,
        "west_sussex": names("west_sussex_coordinator") | ALLOCATORS,
    },
    "insights_list": {"the": ALLOCATORS},
    "question": {"the": ALLOCATORS},
    "merge": {"the": ALLOCATORS},
    "person": {
        ESSEX: names("coordinator") | ALLOCATORS,
        SUSSEX: names("west_sussex_coordinator") | ALLOCATORS,
        WAITING: names("coordinator") | ALLOCATORS,
    },
    "notice": {
        "essex": names("coordinator service_manager"),
        "west_sussex": names("west_sussex_coordinator west_sussex_service_manager"),
    },
    "request": {
        ESSEX: names("case_manager service_manager practice_adviser"),
        SUSSEX: names("west_sussex_case_manager west_sussex_service_manager"),
    },
    "extract": {"essex": names("service_manager excluded")},
    "panel": {"the": names("west_sussex_service_manager") | ALLOCATORS},
    "site_to_draw": {"essex": ALLOCATORS, "west_sussex": ALLOCATORS},
    "batch": {"drawn": ENTER_SALTS, "open": ENTER_SALTS},
    "arm_of_somebody": {ESSEX: ALLOCATORS, CONTROL: ALLOCATORS, SUSSEX: ALLOCATORS},
    "site_with_places": {
        "essex": names("service_manager excluded") | ALLOCATORS,
        "west_sussex": names("west_sussex_service_manager") | ALLOCATORS,
    },
    "round": {"open": EVALUATORS},
    "narrative_to_rate": {CONTROL: CODERS},
    "narrative_to_look_over": {CONTROL: names("idva")},
    "snapshot": {"the": EVALUATORS},
    "run": {"the": EVALUATORS},
    "user": {"case_manager": ADMINISTRATORS, "evaluator": ADMINISTRATORS},
    "managed_site": {
        "essex": names("service_manager excluded"),
        "west_sussex": names("west_sussex_service_manager"),
    },
    "listed": {
        "essex": _IN_ESSEX | ADMINISTRATORS,
        "west_sussex": names(
            "west_sussex_case_manager west_sussex_service_manager west_sussex_idva"
        )
        | ADMINISTRATORS,
    },
    "listed_site": {
        "essex": names("service_manager excluded") | ADMINISTRATORS,
        "west_sussex": names("west_sussex_service_manager") | ADMINISTRATORS,
    },
    "site": {"essex": ADMINISTRATORS, "west_sussex": ADMINISTRATORS},
    "draft": {"the": names("case_manager")},
    "nothing": {"the": EVERYBODY},
}
"""By the kind of object and which one: who reaches it. ESSEX keeps `excluded` out by name."""
