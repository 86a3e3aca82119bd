"""Who may open what: written by hand from what was decided, and never from the code's own tables.

Decided for this version: a case manager sees her own cases; a service manager and a practice
adviser those of their site; an Idva her own Idva cases in both arms, and of a Drive case that she
leads for its first page alone; an allocator lists, hearings and arms and nothing after; a Marac
co-ordinator the lists and hearings of her own Marac; an evaluator snapshots and reports; an
administrator users and sites and no case. Whoever is kept out of a person sees nothing of it.
That two records are one person gives nobody more to see; a site learns that a perpetrator is known
at another, and nothing else of him there.
"""

from __future__ import annotations

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

Names = frozenset[str]


def _names(text: str) -> Names:
    return frozenset(text.split())


CASE_MANAGERS = _names("case_manager other_case_manager west_sussex_case_manager")
SERVICE_MANAGERS = _names("service_manager west_sussex_service_manager excluded")
ADVISERS = _names("practice_adviser")
IDVAS = _names("idva other_idva west_sussex_idva")
ALLOCATORS = _names("allocator")
COORDINATORS = _names("coordinator west_sussex_coordinator")
EVALUATORS = _names("evaluator")
ADMINISTRATORS = _names("administrator")
NO_ROLE = _names("nobody police_partner")

READ_CASES = CASE_MANAGERS | SERVICE_MANAGERS | ADVISERS
WORK_CASES = CASE_MANAGERS | SERVICE_MANAGERS
BRING_LISTS = COORDINATORS | ALLOCATORS
EVERYBODY = (
    READ_CASES | IDVAS | BRING_LISTS | EVALUATORS | ADMINISTRATORS | NO_ROLE
)  # fmt: skip

OPENS: dict[str, Names] = {
    "home": EVERYBODY,
    "keep_draft": EVERYBODY,
    "kept": EVERYBODY,
    "accounts:users": ADMINISTRATORS,
    "accounts:add_user": ADMINISTRATORS,
    "accounts:roles": ADMINISTRATORS,
    "accounts:user": ADMINISTRATORS,
    "accounts:grant": ADMINISTRATORS,
    "accounts:end_access": ADMINISTRATORS,
    "accounts:sites": ADMINISTRATORS,
    "accounts:add_site": ADMINISTRATORS,
    "accounts:add_agency": ADMINISTRATORS,
    "case_record:caseload": READ_CASES | IDVAS,
    "case_record:overview": READ_CASES | IDVAS,
    "case_record:timeline": READ_CASES,
    "case_record:people": READ_CASES,
    "case_record:history": WORK_CASES,
    "case_record:close": WORK_CASES,
    "case_record:keep_out": SERVICE_MANAGERS,
    "assessments:index": READ_CASES,
    "assessments:tasks": WORK_CASES,
    "assessments:read": READ_CASES,
    "assessments:check": WORK_CASES,
    "assessments:section": WORK_CASES,
    "casework:allocations": SERVICE_MANAGERS,
    "casework:open_case": SERVICE_MANAGERS,
    "casework:assign": SERVICE_MANAGERS,
    "casework:move": WORK_CASES,
    "casework:notes": READ_CASES,
    "casework:add_note": WORK_CASES,
    "casework:add_to_note": WORK_CASES,
    "casework:contact": READ_CASES,
    "casework:record_contact": WORK_CASES,
    "casework:record_non_contact": WORK_CASES,
    "extracts:index": EVALUATORS,
    "extracts:freeze": EVALUATORS,
    "extracts:dictionary": EVALUATORS,
    "extracts:snapshot": EVALUATORS,
    "extracts:evaluate": EVALUATORS,
    "extracts:hand_out_snapshot": EVALUATORS,
    "extracts:run": EVALUATORS,
    "extracts:report": EVALUATORS,
    "extracts:hand_out_run": EVALUATORS,
    "referrals:index": BRING_LISTS,
    "referrals:import": BRING_LISTS,
    "referrals:template": BRING_LISTS,
    "referrals:list": BRING_LISTS,
    "referrals:confirm": BRING_LISTS,
    "referrals:discard": BRING_LISTS,
    "referrals:row": BRING_LISTS,
    "referrals:set_aside": BRING_LISTS,
    "referrals:take_back": BRING_LISTS,
    "referrals:hearings": BRING_LISTS,
    "referrals:enter": BRING_LISTS,
    "referrals:hearing": BRING_LISTS,
    "allocation:index": ALLOCATORS,
    "allocation:draw": ALLOCATORS,
    "allocation:log": ALLOCATORS,
    "allocation:ratios": ALLOCATORS,
    "allocation:set_ratio": ALLOCATORS,
    "cleaning:index": ALLOCATORS,
    "cleaning:import": ALLOCATORS,
    "cleaning:template": ALLOCATORS,
    "cleaning:data_quality": ALLOCATORS,
    "cleaning:list": ALLOCATORS,
    "cleaning:discard": ALLOCATORS,
    "cleaning:proposals": ALLOCATORS,
    "cleaning:rows": ALLOCATORS,
    "cleaning:row": ALLOCATORS,
    "cleaning:what_stays": ALLOCATORS,
    "cleaning:link_again": ALLOCATORS,
    "identity:queue": ALLOCATORS,
    "identity:question": ALLOCATORS,
    "identity:overrule": ALLOCATORS,
    "identity:merges": ALLOCATORS,
    "identity:undo": ALLOCATORS,
    "identity:agreement": ALLOCATORS,
    "identity:runs": ALLOCATORS,
    "identity:search": BRING_LISTS,
    "identity:person": BRING_LISTS,
    "identity:notice": COORDINATORS | SERVICE_MANAGERS,
    "insights:caseload": IDVAS,
    "insights:closed": IDVAS,
    "insights:waiting": BRING_LISTS,
    "insights:open_case": BRING_LISTS,
    "insights:case": IDVAS,
    "insights:forms": IDVAS,
    "insights:fill": IDVAS,
    "insights:hand_over": IDVAS,
    "insights:close": IDVAS,
    "insights:form": IDVAS,
}
"""By the name of the page: who may open it, for an object that is in reach."""

SENDS: dict[str, Names] = {"case_record:close": SERVICE_MANAGERS}
"""Pages that more people may open than send: a case manager sees what stands against closing."""

PUBLIC = _names("alive ready account_login account_logout account_inactive")
"""Pages for everybody, signed in or not: they show no record."""

OF_SIGN_IN = _names(
    "account_reauthenticate account_change_password mfa_authenticate mfa_reauthenticate mfa_index "
    "mfa_activate_totp mfa_deactivate_totp mfa_view_recovery_codes mfa_generate_recovery_codes "
    "mfa_download_recovery_codes"
)
"""Pages about one's own way of signing in: for everybody who is signed in."""

_OF_ESSEX_CASE = _names("case_manager service_manager practice_adviser idva")

REACHES: dict[str, dict[int | str, Names]] = {
    "case": {
        ESSEX: _OF_ESSEX_CASE,
        OTHER_ESSEX: _names(
            "other_case_manager service_manager excluded practice_adviser other_idva"
        ),
        SUSSEX: _names("west_sussex_case_manager west_sussex_service_manager west_sussex_idva"),
        CLOSED: _OF_ESSEX_CASE | {"excluded"},
    },
    "allocation": {
        ESSEX: _names("service_manager"),
        NEW_ESSEX: _names("service_manager excluded"),
        NEW_SUSSEX: _names("west_sussex_service_manager"),
        CONTROL: frozenset(),
    },
    "idva_case": {
        ESSEX: _names("idva"),
        CONTROL: _names("idva"),
        OTHER_ESSEX: _names("other_idva"),
        SUSSEX: _names("west_sussex_idva"),
    },
    "form": {
        ESSEX: _names("idva"),
        CONTROL: _names("idva"),
        SUSSEX: _names("west_sussex_idva"),
    },
    "pair": {
        WAITING: _names("coordinator allocator"),
        NEW_SUSSEX: _names("west_sussex_coordinator allocator"),
    },
    "hearing": {
        ESSEX: _names("coordinator allocator"),
        CONTROL: _names("coordinator allocator"),
        SUSSEX: _names("west_sussex_coordinator allocator"),
    },
    "list": {
        "essex": _names("coordinator allocator"),
        "west_sussex": _names("west_sussex_coordinator allocator"),
    },
    "insights_list": {"the": ALLOCATORS},
    "question": {"the": ALLOCATORS},
    "merge": {"the": ALLOCATORS},
    "person": {
        ESSEX: _names("coordinator allocator"),
        SUSSEX: _names("west_sussex_coordinator allocator"),
        WAITING: _names("coordinator allocator"),
    },
    "notice": {
        "essex": _names("coordinator service_manager"),
        "west_sussex": _names("west_sussex_coordinator west_sussex_service_manager"),
    },
    "site_to_draw": {"essex": _names("allocator"), "west_sussex": _names("allocator")},
    "snapshot": {"the": EVALUATORS},
    "run": {"the": EVALUATORS},
    "user": {"case_manager": ADMINISTRATORS, "evaluator": ADMINISTRATORS},
    "site": {"essex": ADMINISTRATORS, "west_sussex": ADMINISTRATORS},
    "draft": {"the": _names("case_manager")},
    "nothing": {"the": EVERYBODY},
}
"""By the kind of object and which one: who reaches it. ESSEX keeps `excluded` out by name."""
