"""The first page after signing in, and the text that is kept for its author."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest, JsonResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from drive.web.accounts.policy import actor_of, page, seen
from drive.web.core.clock import now, today
from drive.web.home import presenters
from drive.web.recording.actions import discard_draft, save_draft
from drive.web.recording.models import Draft
from drive.web.recording.queries import drafts_of, typed_in

_ABOUT_THE_DRAFT = ("draft_form", "draft_subject", "draft_path")


@page("home.view")
def home(request: HttpRequest) -> HttpResponse:
    """Show what needs this person today, for each role held."""
    actor = actor_of(request)
    panels = presenters.panels_for(actor, today())
    seen(request, [row for panel in panels for row in panel.seen])
    return render(request, "home/home.html", {"panels": panels, "today": today()})


@page("home.view")
@require_POST
def keep_draft(request: HttpRequest) -> HttpResponse:
    """Keep what somebody is typing; the page asks for it whenever the typing pauses."""
    path = request.POST.get("draft_path", "")
    if not path.startswith("/") or not url_has_allowed_host_and_scheme(path, allowed_hosts=None):
        return HttpResponseBadRequest()
    moment = now()
    save_draft(
        form=request.POST.get("draft_form", "page")[:80],
        subject=request.POST.get("draft_subject", path)[:80],
        path=path,
        typed={
            name: [str(text) for text in texts]
            for name, texts in request.POST.lists()
            if name not in _ABOUT_THE_DRAFT
        },
        by=actor_of(request),
        now=moment,
    )
    return JsonResponse({"words": presenters.saved_words(moment)})


@page("home.view")
def kept(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """Show a text that was kept when its page could not save it; its author may throw it away."""
    draft = _own_draft(request, draft_id)
    if request.method == "POST":
        discard_draft(form=draft.form, subject=draft.subject, by=actor_of(request))
        messages.success(request, _("The text was thrown away."))
        return redirect("home")
    typed = presenters.typed_rows(typed_in(draft))
    return render(request, "home/kept.html", {"draft": draft, "typed": typed})


def _own_draft(request: HttpRequest, draft_id: UUID) -> Draft:
    draft = drafts_of(actor_of(request)).filter(pk=draft_id).first()
    if draft is None:
        request.refusal = "Draft is somebody else's"  # type: ignore[attr-defined]
        raise Http404
    seen(request, [draft])
    return draft
