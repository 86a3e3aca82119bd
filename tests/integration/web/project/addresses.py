"""The site's addresses and some pages that go wrong on purpose."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path

from drive.web.accounts.exceptions import NotAllowed
from drive.web.accounts.policy import page
from drive.web.core.exceptions import Refusal
from drive.web.organisations.models import Site
from drive.web.project import urls
from drive.web.project.urls import handler400, handler403, handler404, handler500

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


@page("home.view")
def fails(_request: HttpRequest) -> HttpResponse:
    """Change something, then fail."""
    Site.objects.create(code="nowhere", name="Nowhere", police_force="none")
    raise RuntimeError("a fault that names A. Synthetic")


@page("home.view")
def refuses(_request: HttpRequest) -> HttpResponse:
    """Refuse by a rule."""
    raise Refusal("The case is closed: reopen it first.")


@page("home.view")
def forbids(_request: HttpRequest) -> HttpResponse:
    """Refuse by the policy."""
    raise NotAllowed("Only a service manager may do this.", rule="no role with x.y")


@page("home.view")
def accepts(_request: HttpRequest) -> HttpResponse:
    """Accept a form and lead on."""
    return HttpResponseRedirect("/")


@page("accounts.add_user")
def administrators_only(_request: HttpRequest) -> HttpResponse:
    """Open for administrators."""
    return HttpResponse("open")


urlpatterns = [
    path("fails/", fails),
    path("refuses/", refuses),
    path("forbids/", forbids),
    path("accepts/", accepts),
    path("administrators/", administrators_only),
    *urls.urlpatterns,
]
