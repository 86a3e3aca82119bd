"""The first page after signing in, and the text that is kept for its author."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from drive.web.accounts.policy import actor_of, page, seen
from drive.web.core.clock import now, today
from drive.web.home import presenters
from drive.web.recording.actions import prefer, throw_away
from drive.web.recording.models import Draft
from drive.web.recording.presenters import saved_words
from drive.web.recording.queries import own_draft, typed_in
from drive.web.recording.rules import WITHOUT_PLACE
from drive.web.recording.views import keep_sent, typed_by_another


@page("home.view")
def home(request: HttpRequest) -> HttpResponse:
    """Show what needs this person today, for each role held."""
    actor = actor_of(request)
    panels = presenters.panels_for(actor, today())
    seen(request, [row for panel in panels for row in panel.seen])
    return render(request, "home/home.html", {"panels": panels, "today": today()})


@page("home.view")
def keep_draft(request: HttpRequest) -> HttpResponse:
    """Keep what somebody is typing; the page asks for it while the typing goes on.

    After somebody signed in anew in another tab, the page that is still open asks for a new
    token here. It gets one only if the same person signed in.
    """
    actor = actor_of(request)
    if typed_by_another(request.POST or request.GET, actor):
        return JsonResponse({"words": presenters.somebody_else_words()}, status=HTTPStatus.CONFLICT)
    if request.method != "POST":
        return JsonResponse({"token": get_token(request)})
    path = request.POST.get("draft_path", "")
    if not path.startswith("/") or not url_has_allowed_host_and_scheme(path, allowed_hosts=None):
        return HttpResponseBadRequest()
    moment = now()
    keep_sent(request.POST, path=path, by=actor, now=moment)
    # "Created", so that no read of a record is written down for each pause of somebody's typing.
    return JsonResponse({"words": saved_words(moment)}, status=HTTPStatus.CREATED)


@page("home.view")
def kept(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """Show a text that was kept; its author may take it up again or throw it away."""
    draft = _own_draft(request, draft_id)
    if request.method == "POST" and "use" in request.POST:
        prefer(draft=draft, by=actor_of(request))
        return redirect(draft.path)
    if request.method == "POST":
        throw_away(draft=draft, by=actor_of(request))
        messages.success(request, _("The text was thrown away."))
        return redirect("home")
    typed = presenters.typed_rows(typed_in(draft))
    own_page = draft.form not in WITHOUT_PLACE
    context = {"draft": draft, "typed": typed, "own_page": own_page}
    return render(request, "home/kept.html", context)


def _own_draft(request: HttpRequest, draft_id: UUID) -> Draft:
    draft = own_draft(actor_of(request), draft_id)
    if draft is None:
        request.refusal = "Draft is somebody else's"  # type: ignore[attr-defined]
        raise Http404
    seen(request, [draft])
    return draft
