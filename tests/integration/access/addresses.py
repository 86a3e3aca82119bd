"""Every address of the project, and the objects of the world that it can be about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from drive.web.case_record.models import PackItem
from drive.web.insights.models import HerRequest, IdvaCase, RecordsRequest
from drive.web.multiagency.models import Request
from drive.web.panels.models import Panel
from tests.integration.access.expected import REACHES, Names
from tests.integration.access.kinds import FIXED, KINDS, KINDS_OF_PAGES
from tests.integration.access.world import World
from tests.integration.access.world.directed import of_directory
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
        about = arguments(kind, which, world) | FIXED.get(page, {})
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


def kind_of(page: str) -> str:
    """Return the kind of object that a page is about; "nothing" for a list."""
    pattern = dict(pages())[page]
    if page in KINDS_OF_PAGES:
        return KINDS_OF_PAGES[page]
    space = page.partition(":")[0]
    about_a_case = "case_id" in pattern.pattern.converters or space == "assessments"
    return KINDS[space] if about_a_case else "nothing"


def wanted_by(page: str, about: Mapping[str, Any]) -> list[str]:
    """Return which arguments the address of a page takes."""
    own = list(dict(pages())[page].pattern.converters)
    return ["case_id", *own] if page.startswith("assessments:") else own


_SAME_ARGUMENTS = {
    "site_with_places": "site_to_draw",
    "pair_to_report_on": "pair",
    "own_report": "report",
    "managed_site": "site",
    "listed_site": "site",
    "silence": "folder",
    "narrative_to_look_over": "narrative_to_rate",
}


def _of_a_panel(panel: Panel) -> dict[str, Any]:
    return {"panel_id": panel.pk, "entry_id": panel.hearings.get().pk}


def _of_a_pack(item: PackItem) -> dict[str, Any]:
    request = item.request
    return {"case_id": request.drive_case_id, "request_id": request.pk, "item_id": item.pk}


def _of_a_request(model: Any, case: IdvaCase) -> dict[str, Any]:
    found = model.objects.get(idva_case=case)
    about = {"case_id": case.pk, "request_id": found.pk}
    return about | ({"item_id": found.items.get().pk} if model is RecordsRequest else {})


def _of_an_agency(request: Request) -> dict[str, Any]:
    return {
        "request_id": request.pk,
        "step_id": request.steps.order_by("sequence")[0].pk,
        "case_id": request.drive_case_id,
        "agency_id": request.agency_id,
    }


def _case_with_folder(which: Any, world: World) -> dict[str, Any]:
    if which == "his":
        return {"case_id": world.cases[ESSEX].pk}
    return {"case_id": world.idva_cases[ESSEX if which == "hers" else which].pk}


def _of_a_folder(which: Any, world: World) -> dict[str, Any]:
    return _case_with_folder(which, world) | {
        "fact_id": world.known.facts[which].pk,
        "item_id": world.known.items[which].pk,
        "release_id": world.known.events[which].pk,
    }


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


def _located(which: Any, world: World) -> dict[str, Any]:
    return {
        "row_of_hers": lambda: {
            "case_id": world.idva_cases[which].pk,
            "row_id": world.located.hers.pk,
            "reveal_id": world.located.her_look.pk,
        },
        "row_of_his": lambda: {
            "case_id": world.cases[which].pk,
            "row_id": world.located.his.pk,
            "reveal_id": world.located.his_look.pk,
        },
        "clash": lambda: {"task_id": world.located.clash.pk},
    }


def _told(which: Any, world: World) -> dict[str, Any]:
    return {
        "folder": lambda: _case_with_folder(which, world),
        "fact": lambda: _of_a_folder(which, world),
        "panel": lambda: _of_a_panel(world.panel),
        "form": lambda: {"form_id": world.forms[which].pk},
        "traced_fact": lambda: {"fact_id": world.known.facts[which].pk},
        "outgoing": lambda: {"outgoing_id": world.posted.sent[which].pk},
        "extract": lambda: {"extract_id": world.posted.extract.pk},
        "request": lambda: _of_an_agency(world.posted.requests[which]),
        "her_request": lambda: _of_a_request(HerRequest, world.idva_cases[which]),
        "records_request": lambda: _of_a_request(RecordsRequest, world.idva_cases[which]),
        "pack": lambda: _of_a_pack(world.posted.packs[which]),
        "leak": lambda: {"incident_id": world.posted.leaked[which].pk},
        "report": lambda: {"event_id": world.harmed[which].pk},
        "round": lambda: {"round_id": world.judged.round.pk},
        "narrative_to_rate": lambda: {"narrative_id": world.judged.narrative.pk},
        "notice_of_harm": lambda: {"notice_id": world.harmed[which].notice.pk},
    }


def arguments(kind: str, which: Any, world: World) -> dict[str, Any]:
    """Return the arguments of an address about one object."""
    makers: dict[str, Any] = (
        _about_cases(which, world)
        | _located(which, world)
        | _told(which, world)
        | {
            "allocation": lambda: {"allocation_id": world.allocations[which].pk},
            "batch": lambda: {"pk": world.draws[which].pk},
            "arm_of_somebody": lambda: {"pk": world.allocations[which].pk},
            "idva_case": lambda: {
                "case_id": world.idva_cases[which].pk,
                "note_id": world.support[which].pk,
            },
            "pair": lambda: {"dyad_id": world.hearings[which].dyad.pk},
            "hearing": lambda: {"hearing_id": world.hearings[which].pk},
            "list": lambda: {
                "batch_id": world.batches[which].pk,
                "number": world.row_with_a_problem(which).number,
            },
            "insights_list": lambda: {
                "list_id": world.insights_list.pk,
                "number": 3,
                "reason": "copy",
            },
            "question": lambda: {"candidate_id": world.asked.candidate.pk},
            "merge": lambda: {"merge_id": world.asked.merge.pk},
            "person": lambda: {"person_id": world.asked.people[which].pk},
            "notice": lambda: {"notice_id": world.asked.notices[which].pk},
            "site_to_draw": lambda: {"code": which},
            "snapshot": lambda: {"snapshot_id": world.snapshot.pk},
            "run": lambda: {"run_id": world.run.pk},
            "user": lambda: {"user_id": world.users[which].pk},
            "site": lambda: {"site_id": getattr(world.cast, which).pk},
            "listed": lambda: of_directory(getattr(world.cast, which)),
            "draft": lambda: {"draft_id": world.draft.pk},
            "nothing": dict,
        }
    )
    return makers[_SAME_ARGUMENTS.get(kind, kind)]()
