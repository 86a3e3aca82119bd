"""Who may open what: written by hand from what was decided, and never from the code's own tables.

Decided for this version: a case manager sees her own cases; a service manager and a practice
adviser those of their site; an Idva her own Idva cases in both arms, and of a Drive case that she
leads for its first page alone; an allocator lists, hearings and arms and nothing after; a Marac
co-ordinator the lists and hearings of her own Marac; an evaluator snapshots and reports; an
administrator users and sites and no case. A serious event is read by whoever reported it and by
the service manager of a Drive case; the allocator knows of it and not what is told of it; the
independent monitor sees numbers by arm and notices with kind, arm and dates. How many were drawn to
which arm is counted for the evaluator, for the service manager of a site and for the allocator, and
what came after for the first two alone; a commissioner sees no small number. Where a
panel selects, the service manager of the site sees who is before it, his name and never hers.
Whoever enters a salt sees the number and the site of a batch, no name and no arm.
Whoever is kept out of a person sees nothing of it.
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
ALLOCATORS = _names("allocator second_allocator")
COORDINATORS = _names("coordinator west_sussex_coordinator")
EVALUATORS = _names("evaluator")
ENTER_SALTS = ALLOCATORS | EVALUATORS
MONITORS = _names("monitor")
COMMISSIONERS = _names("commissioner")
ADMINISTRATORS = _names("administrator")
NO_ROLE = _names("nobody police_partner")

READ_CASES = CASE_MANAGERS | SERVICE_MANAGERS | ADVISERS
WORK_CASES = CASE_MANAGERS | SERVICE_MANAGERS
BRING_LISTS = COORDINATORS | ALLOCATORS
COUNT_DRAWS = EVALUATORS | SERVICE_MANAGERS | ALLOCATORS
HOLD_PANELS = SERVICE_MANAGERS | ALLOCATORS
REPORT_HARM = WORK_CASES | IDVAS | BRING_LISTS
EVERYBODY = (
    READ_CASES | IDVAS | BRING_LISTS | EVALUATORS | MONITORS | ADMINISTRATORS | NO_ROLE
    | COMMISSIONERS
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
    "allocation:lock": ALLOCATORS,
    "allocation:batch": ALLOCATORS,
    "allocation:salts": ENTER_SALTS,
    "allocation:salt": ENTER_SALTS,
    "allocation:release": ALLOCATORS,
    "allocation:system_draw": ALLOCATORS,
    "allocation:log": ALLOCATORS,
    "allocation:withdraw": ALLOCATORS,
    "allocation:loss": ALLOCATORS,
    "allocation:designs": ALLOCATORS,
    "allocation:set_design": ALLOCATORS,
    "allocation:activate": ALLOCATORS,
    "allocation:close": ALLOCATORS,
    "allocation:verify": ENTER_SALTS,
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
    "harm:monitor": MONITORS,
    "harm:notice": MONITORS,
    "harm:record": REPORT_HARM,
    "harm:reports": REPORT_HARM,
    "harm:report": REPORT_HARM,
    "harm:correct": REPORT_HARM,
    "harm:take_back": REPORT_HARM,
    "harm:judge": SERVICE_MANAGERS,
    "monitoring:index": COUNT_DRAWS,
    "monitoring:flow": COUNT_DRAWS,
    "monitoring:hand_out": EVALUATORS,
    "monitoring:summary": COMMISSIONERS,
    "monitoring:groups": EVALUATORS | SERVICE_MANAGERS,
    "monitoring:balance": COUNT_DRAWS,
    "monitoring:places": ALLOCATORS | SERVICE_MANAGERS,
    "monitoring:site_places": ALLOCATORS | SERVICE_MANAGERS,
    "monitoring:record_places": SERVICE_MANAGERS,
    "panels:index": HOLD_PANELS,
    "panels:open": HOLD_PANELS,
    "panels:lotteries": HOLD_PANELS,
    "panels:panel": HOLD_PANELS,
    "panels:bring": HOLD_PANELS,
    "panels:decide": HOLD_PANELS,
    "panels:settle": HOLD_PANELS,
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

PUBLIC = _names(
    "alive ready account_login account_logout account_inactive "
    "allocation:commitment allocation:commitment_file"
)
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
        WAITING: _names("coordinator") | ALLOCATORS,
        NEW_SUSSEX: _names("west_sussex_coordinator") | ALLOCATORS,
    },
    "pair_to_report_on": {
        ESSEX: _names("case_manager idva service_manager coordinator") | ALLOCATORS,
        CONTROL: _names("idva coordinator") | ALLOCATORS,
        SUSSEX: _names(
            "west_sussex_case_manager west_sussex_idva west_sussex_service_manager "
            "west_sussex_coordinator"
        )
        | ALLOCATORS,
        WAITING: _names("coordinator") | ALLOCATORS,
    },
    "report": {
        ESSEX: _names("case_manager service_manager") | ALLOCATORS,
        CONTROL: _names("idva") | ALLOCATORS,
        WAITING: _names("coordinator") | ALLOCATORS,
    },
    "own_report": {
        ESSEX: _names("case_manager"),
        CONTROL: _names("idva"),
        WAITING: _names("coordinator"),
    },
    "notice_of_harm": {ESSEX: MONITORS, CONTROL: MONITORS, WAITING: MONITORS},
    "hearing": {
        ESSEX: _names("coordinator") | ALLOCATORS,
        CONTROL: _names("coordinator") | ALLOCATORS,
        SUSSEX: _names("west_sussex_coordinator") | ALLOCATORS,
    },
    "list": {
        "essex": _names("coordinator") | ALLOCATORS,
        "west_sussex": _names("west_sussex_coordinator") | ALLOCATORS,
    },
    "insights_list": {"the": ALLOCATORS},
    "question": {"the": ALLOCATORS},
    "merge": {"the": ALLOCATORS},
    "person": {
        ESSEX: _names("coordinator") | ALLOCATORS,
        SUSSEX: _names("west_sussex_coordinator") | ALLOCATORS,
        WAITING: _names("coordinator") | ALLOCATORS,
    },
    "notice": {
        "essex": _names("coordinator service_manager"),
        "west_sussex": _names("west_sussex_coordinator west_sussex_service_manager"),
    },
    "panel": {"the": _names("west_sussex_service_manager") | ALLOCATORS},
    "site_to_draw": {"essex": ALLOCATORS, "west_sussex": ALLOCATORS},
    "batch": {"drawn": ENTER_SALTS, "open": ENTER_SALTS},
    "arm_of_somebody": {ESSEX: ALLOCATORS, CONTROL: ALLOCATORS, SUSSEX: ALLOCATORS},
    "site_with_places": {
        "essex": _names("service_manager excluded") | ALLOCATORS,
        "west_sussex": _names("west_sussex_service_manager") | ALLOCATORS,
    },
    "snapshot": {"the": EVALUATORS},
    "run": {"the": EVALUATORS},
    "user": {"case_manager": ADMINISTRATORS, "evaluator": ADMINISTRATORS},
    "site": {"essex": ADMINISTRATORS, "west_sussex": ADMINISTRATORS},
    "draft": {"the": _names("case_manager")},
    "nothing": {"the": EVERYBODY},
}
"""By the kind of object and which one: who reaches it. ESSEX keeps `excluded` out by name."""
