"""Every address of the project, and the objects of the world that it can be about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from drive.web.panels.models import Panel
from tests.integration.access.expected import REACHES, Names
from tests.integration.access.world import World
from tests.integration.access.world.numbers import ESSEX

NOBODYS_KEY = UUID("00000000-0000-4000-8000-000000000000")


@dataclass(frozen=True)
class Target:
    """One page about one object: its address, and the same address about no object at all."""

    page: str
    of: str
    address: str
    of_nothing: str
    keys: tuple[str, ...]
    reached_by: Names


def pages(resolver: URLResolver | None = None, space: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Give every page by its full name."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from pages(entry, f"{space}{entry.namespace}:" if entry.namespace else space)
        else:
            yield f"{space}{entry.name}", entry


def targets(page: str, world: World) -> Iterator[Target]:
    """Give the page once for each object that it can be about."""
    kind = kind_of(page)
    for which, reached_by in REACHES[kind].items():
        about = arguments(kind, which, world) | _FIXED.get(page, {})
        wanted = {name: about[name] for name in wanted_by(page, about)}
        keys = tuple(str(value) for value in wanted.values() if isinstance(value, UUID))
        nothing = {
            name: NOBODYS_KEY if isinstance(value, UUID) else value
            for name, value in wanted.items()
        }
        yield Target(
            page=page,
            of=f"{kind} {which}",
            address=reverse(page, kwargs=wanted),
            of_nothing=reverse(page, kwargs=nothing),
            keys=keys,
            reached_by=reached_by,
        )


_KINDS = {
    "case_record": "case",
    "assessments": "case",
    "casework": "case",
    "registers": "case",
    "oversight": "case",
    "insights": "idva_case",
}
_KINDS_OF_PAGES = {
    "kept": "draft",
    "accounts:user": "user",
    "accounts:grant": "user",
    "accounts:end_access": "user",
    "accounts:add_agency": "site",
    "casework:open_case": "allocation",
    "casework:set_site_clock": "managed_site",
    "casework:document": "document",
    "casework:document_file": "document",
    "casework:describe_document": "document",
    "casework:strategy": "strategy",
    "casework:consult": "strategy",
    "casework:record_reply": "strategy",
    "casework:reply": "strategy",
    "casework:voice": "strategy",
    "casework:decide_strategy": "strategy",
    "casework:share_strategy": "strategy",
    "casework:record_feedback": "strategy",
    "casework:cancel_plan": "strategy",
    "casework:note_override_read": "strategy",
    "casework:decide_hold": "strategy",
    "casework:decide_change": "strategy",
    "casework:decide_late": "late",
    "offices:give_free": "office_time",
    "registers:entry": "entry",
    "registers:correct": "entry",
    "registers:end": "entry",
    "registers:take_back": "entry",
    "registers:settle": "entry",
    "case_record:pin": "noted",
    "oversight:finish": "looked_at",
    "monitoring:data_query": "looked_at",
    "monitoring:raise_query": "looked_at",
    "extracts:snapshot": "snapshot",
    "extracts:evaluate": "snapshot",
    "extracts:hand_out_snapshot": "snapshot",
    "extracts:run": "run",
    "extracts:report": "run",
    "extracts:hand_out_run": "run",
    "referrals:list": "list",
    "referrals:confirm": "list",
    "referrals:discard": "list",
    "referrals:row": "list",
    "referrals:set_aside": "list",
    "referrals:take_back": "list",
    "referrals:hearing": "hearing",
    "allocation:lock": "site_to_draw",
    "allocation:batch": "batch",
    "allocation:salt": "batch",
    "allocation:release": "batch",
    "allocation:system_draw": "batch",
    "allocation:withdraw": "arm_of_somebody",
    "allocation:loss": "arm_of_somebody",
    "cleaning:list": "insights_list",
    "cleaning:discard": "insights_list",
    "cleaning:proposals": "insights_list",
    "cleaning:rows": "insights_list",
    "cleaning:row": "insights_list",
    "cleaning:what_stays": "insights_list",
    "cleaning:link_again": "insights_list",
    "identity:question": "question",
    "identity:overrule": "question",
    "identity:undo": "merge",
    "identity:person": "person",
    "identity:notice": "notice",
    "harm:notice": "notice_of_harm",
    "harm:record": "pair_to_report_on",
    "harm:report": "report",
    "harm:correct": "own_report",
    "harm:take_back": "own_report",
    "harm:judge": "report",
    "panels:panel": "panel",
    "panels:bring": "panel",
    "panels:settle": "panel",
    "panels:decide": "panel",
    "monitoring:site_places": "site_with_places",
    "monitoring:record_places": "site_with_places",
    "insights:open_case": "pair",
    "insights:form": "form",
}
_FIXED: dict[str, dict[str, Any]] = {
    "assessments:tasks": {"point": "month_3"},
    "assessments:check": {"point": "month_3"},
    "assessments:read": {"point": "intake"},
    "assessments:section": {"point": "month_3", "name": "needs"},
    "assessments:version": {"point": "intake", "number": 1},
    "assessments:correct": {"point": "intake"},
    "assessments:decide": {"point": "intake"},
    "casework:assign": {"capacity": "case_manager"},
    "insights:fill": {"stage": "review"},
    "registers:list": {"register": "levers"},
    "registers:add": {"register": "levers"},
}


def kind_of(page: str) -> str:
    """Return the kind of object that a page is about; "nothing" for a list."""
    pattern = dict(pages())[page]
    if page in _KINDS_OF_PAGES:
        return _KINDS_OF_PAGES[page]
    space = page.partition(":")[0]
    about_a_case = "case_id" in pattern.pattern.converters or space == "assessments"
    return _KINDS[space] if about_a_case else "nothing"


def wanted_by(page: str, about: Mapping[str, Any]) -> list[str]:
    """Return which arguments the address of a page takes."""
    own = list(dict(pages())[page].pattern.converters)
    return ["case_id", *own] if page.startswith("assessments:") else own


_SAME_ARGUMENTS = {
    "site_with_places": "site_to_draw",
    "pair_to_report_on": "pair",
    "own_report": "report",
    "managed_site": "site",
}


def _of_a_panel(panel: Panel) -> dict[str, Any]:
    return {"panel_id": panel.pk, "entry_id": panel.hearings.get().pk}


def _about_cases(which: Any, world: World) -> dict[str, Any]:
    return {
        "case": lambda: {
            "case_id": world.cases[which].pk,
            "note_id": world.notes.get(which, world.notes[ESSEX]).pk,
            "rise_id": world.rises[which].pk,
        },
        "entry": lambda: {
            "case_id": world.cases[which].pk,
            "register": "levers",
            "entry_id": world.registered["levers"].pk,
            "task_id": world.lever_ended.pk,
        },
        "strategy": lambda: {
            "case_id": world.cases[which].pk,
            "strategy_id": world.contacted.version.pk,
            "consultation_id": world.contacted.asked.pk,
            "share_id": world.contacted.share.pk,
            "plan_id": world.contacted.plan.pk,
            "hold_id": world.contacted.hold.pk,
            "change_id": world.contacted.change.pk,
        },
        "late": lambda: {"case_id": world.cases[which].pk, "late_id": world.contacted.late.pk},
        "office_time": lambda: {"time_id": world.contacted.her_time.pk},
        "document": lambda: {
            "case_id": world.cases[which].pk,
            "document_id": world.documents[which].pk,
        },
        "noted": lambda: {"case_id": world.cases[which].pk, "entry_id": world.notes[which].pk},
        "looked_at": lambda: {
            "case_id": world.cases[which].pk,
            "action_id": world.looked_at.action.pk,
            "query_id": world.looked_at.query.pk,
            "assessment_id": world.assessments[which].pk,
        },
    }


def arguments(kind: str, which: Any, world: World) -> dict[str, Any]:
    """Return the arguments of an address about one object."""
    makers: dict[str, Any] = _about_cases(which, world) | {
        "allocation": lambda: {"allocation_id": world.allocations[which].pk},
        "batch": lambda: {"pk": world.draws[which].pk},
        "arm_of_somebody": lambda: {"pk": world.allocations[which].pk},
        "idva_case": lambda: {"case_id": world.idva_cases[which].pk},
        "form": lambda: {"form_id": world.forms[which].pk},
        "pair": lambda: {"dyad_id": world.hearings[which].dyad.pk},
        "report": lambda: {"event_id": world.harmed[which].pk},
        "notice_of_harm": lambda: {"notice_id": world.harmed[which].notice.pk},
        "hearing": lambda: {"hearing_id": world.hearings[which].pk},
        "list": lambda: {
            "batch_id": world.batches[which].pk,
            "number": world.row_with_a_problem(which).number,
        },
        "insights_list": lambda: {"list_id": world.insights_list.pk, "number": 3, "reason": "copy"},
        "question": lambda: {"candidate_id": world.asked.candidate.pk},
        "merge": lambda: {"merge_id": world.asked.merge.pk},
        "person": lambda: {"person_id": world.asked.people[which].pk},
        "notice": lambda: {"notice_id": world.asked.notices[which].pk},
        "panel": lambda: _of_a_panel(world.panel),
        "site_to_draw": lambda: {"code": which},
        "snapshot": lambda: {"snapshot_id": world.snapshot.pk},
        "run": lambda: {"run_id": world.run.pk},
        "user": lambda: {"user_id": world.users[which].pk},
        "site": lambda: {"site_id": getattr(world.cast, which).pk},
        "draft": lambda: {"draft_id": world.draft.pk},
        "nothing": dict,
    }
    return makers[_SAME_ARGUMENTS.get(kind, kind)]()


def _of_harm(which: Any, world: World) -> dict[str, Any]:
    return {
        "pair_to_report_on": lambda: {"dyad_id": world.hearings[which].dyad.pk},
        "report": lambda: {"event_id": world.harmed[which].pk},
        "own_report": lambda: {"event_id": world.harmed[which].pk},
        "notice_of_harm": lambda: {"notice_id": world.harmed[which].notice.pk},
    }
