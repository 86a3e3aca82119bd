"""What tells of the pair of a form: names, what is kept of them, who works there, and where."""

from __future__ import annotations

from drive.web.accounts.models import User
from drive.web.adjudication.models import Narrative, Redaction
from drive.web.adjudication.rules.redaction import Redactor
from drive.web.core.sealing import unseal_field
from drive.web.insights.models import InsightsForm
from drive.web.organisations.models import Agency, Site
from drive.web.outbound.queries.case import all_that_tells_of


def redactor_for(form: InsightsForm) -> Redactor:
    """Return what knows everything that tells of a form's pair as it is known now.

    The names of all who sign in are among it: the name of a case manager tells the arm.
    """
    sites = [name for site in Site.objects.all() for name in (site.name, site.code)]
    agencies = Agency.objects.values_list("name", flat=True)
    return Redactor(
        all_that_tells_of(form.idva_case.dyad.perpetrator),
        names=User.objects.get_queryset().values_list("name", flat=True),
        places=[*sites, *agencies, form.idva_case.reference],
    )


def text_of(redaction: Redaction) -> str:
    """Return the text of a redaction, opened."""
    return unseal_field(redaction, "sealed_text")


def is_fit_to_show(narrative: Narrative, text: str) -> bool:
    """Return whether nothing that tells is found in a text, by all that is known now."""
    return not redactor_for(narrative.insights_form).found_in(text)
