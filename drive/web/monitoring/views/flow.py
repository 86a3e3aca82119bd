"""The participant flow: the page, its files, and the summary for the commissioner."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from drive.randomisation.flow import FlowError
from drive.vocabulary.allocation import AllocationOrigin
from drive.web.accounts.models import User
from drive.web.accounts.policy import actor_of, may, page
from drive.web.accounts.roles import Compartment
from drive.web.core.clock import now, today
from drive.web.identity.presenters.filters import query_of, selected
from drive.web.monitoring import actions
from drive.web.monitoring.forms import FlowFileForm, FlowFilterForm
from drive.web.monitoring.presenters import flow as words
from drive.web.monitoring.presenters import sections
from drive.web.monitoring.queries.flow import Flowing, flow_of
from drive.web.monitoring.queries.reach import Scope, sites_within
from drive.web.monitoring.rules.flow import checked_flow
from drive.web.organisations.queries import all_sites


@page("monitoring.view_flow")
@require_safe
def flow(request: HttpRequest) -> HttpResponse:
    """Everybody at the door of the draw and what became of them, as far as the reader may see."""
    actor = actor_of(request)
    form = _filter(request, actor)
    flowing = _flowing(actor, form)
    codes = {name: code for name, (code, _label) in form.chosen.items()}
    follow_up = flowing.counted.cases is not None
    context: dict[str, Any] = {
        "sections": sections(actor, "flow"),
        "filter_form": form,
        "selected": selected(form.chosen, reverse("monitoring:flow")),
        "query": query_of(codes),
        "flow": words.shown(flowing.rows, flowing.counted),
        "follow_up": follow_up,
        "withdrawn": words.withdrawn_table(flowing.withdrawn) if follow_up else None,
        "not_assessed": words.not_assessed_in_words(flowing.not_assessed),
        "by_panel": words.selected_in_words(flowing.selected),
        "refusal": words.refusal_of(flowing.imported),
        "may_hand_out": may(actor, "monitoring.hand_out_flow"),
    }
    return render(request, "monitoring/flow.html", context)


@page("monitoring.hand_out_flow", step_up=True)
def hand_out(request: HttpRequest) -> HttpResponse:
    """Download the flow as text or as a drawing, after saying for whom and what for."""
    actor = actor_of(request)
    narrowed = _filter(request, actor)
    form = FlowFileForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        flowing = _flowing(actor, narrowed)
        about = dict(form.cleaned_data)
        try:
            text, name, kind = words.file_of(about.pop("what"), flowing.rows, flowing.counted)
        except FlowError as error:
            form.add_error(None, str(error))
        else:
            content = text.encode()
            actions.hand_out_flow(content=content, by=actor, now=now(), **about)
            response = HttpResponse(content, content_type=kind)
            response["Content-Disposition"] = f'attachment; filename="{name}"'
            return response
    context = {
        "form": form,
        "back": reverse("monitoring:flow"),
        "chosen": [text for _code, text in narrowed.chosen.values()],
    }
    return render(request, "monitoring/hand_out.html", context)


@page("monitoring.view_summary")
@require_safe
def summary(request: HttpRequest) -> HttpResponse:
    """The flow of all sites with its small numbers suppressed: for the commissioner."""
    flowing = flow_of(Scope(sites=list(all_sites())), today=today(), follow_up=True)
    try:
        tables = words.summary_tables(checked_flow(flowing.rows, flowing.counted))
    except FlowError:
        # What contradicts holds numbers that are not for this reader.
        tables = []
    return render(request, "monitoring/summary.html", {"tables": tables})


def _filter(request: HttpRequest, actor: User) -> FlowFilterForm:
    sites = sites_within(actor, Compartment.DRAW_COUNTS)
    return FlowFilterForm(request.GET or None, sites=sites)


def _flowing(actor: User, form: FlowFilterForm) -> Flowing:
    codes = {name: code for name, (code, _label) in form.chosen.items()}
    scope = scope_of(actor, codes)
    followed = {site.pk for site in sites_within(actor, Compartment.FOLLOW_UP_COUNTS)}
    follow_up = {site.pk for site in scope.sites} <= followed
    return flow_of(scope, today=today(), follow_up=follow_up)


def scope_of(actor: User, codes: dict[str, str]) -> Scope:
    """Return what the codes choose of the sites whose counts somebody may see."""
    code, origin = codes.get("site"), codes.get("origin")
    within = sites_within(actor, Compartment.DRAW_COUNTS)
    return Scope(
        sites=[site for site in within if code in (None, site.code)],
        origin=AllocationOrigin(origin) if origin else None,
    )
