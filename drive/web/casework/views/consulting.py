"""Consulting on a contact strategy: asking, replying, her voice, and the Marac."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from drive.vocabulary.answers import ValueStatus, known, unknown
from drive.vocabulary.strategy import Consultee, ConsulteeView, InformedOfDrive
from drive.web.accounts.models import User
from drive.web.accounts.policy import actor_of, find, page
from drive.web.casework import actions
from drive.web.casework.forms import ConsultForm, FeedbackForm, ReplyForm, ShareForm, VoiceForm
from drive.web.casework.models import Consultation, ContactStrategy, StrategyShare
from drive.web.casework.models import VictimSurvivorVoice as VoiceRow
from drive.web.casework.presenters import strategies as words
from drive.web.casework.queries import strategies as queries
from drive.web.casework.views.acting import Act, act_page
from drive.web.casework.views.strategies import TAB, find_version, version_page
from drive.web.core.clock import today
from drive.web.design_system.presenters import label
from drive.web.recording.views import Place


@page("casework.write_strategy")
def consult(request: HttpRequest, case_id: UUID, strategy_id: UUID) -> HttpResponse:
    """Send a draft to those who are consulted."""
    version = find_version(request, case_id, strategy_id)
    form = ConsultForm(request.POST or None, today=today(), initial={"asked_on": today()})
    return act_page(
        request,
        version.drive_case,
        form,
        lambda by, moment: actions.consult(
            strategy=version, others=form.matrix(), by=by, now=moment
        ),
        place=Place("casework/consult", version.pk),
        words=Act(
            title=_("Who is consulted"),
            submit=_("Send"),
            done=_("Sent. The IDVA lead finds it on her first page."),
            tab=TAB,
            back=version_page(version),
            lead=[_("The IDVA lead of this case is always asked, here in the system.")],
        ),
    )


@page("casework.write_strategy")
def record_reply(
    request: HttpRequest, case_id: UUID, strategy_id: UUID, consultation_id: UUID
) -> HttpResponse:
    """Keep what an agency replied."""
    version = find_version(request, case_id, strategy_id)
    asked: Consultation = find(request, Consultation, pk=consultation_id)
    if asked.strategy_id != version.pk:
        raise Http404("not found")
    return _reply_page(request, version, asked)


@page("casework.reply_to_strategy")
def reply(request: HttpRequest, case_id: UUID, strategy_id: UUID) -> HttpResponse:
    """The Idva lead replies herself."""
    version = find_version(request, case_id, strategy_id)
    asked: Consultation = find(
        request, Consultation, strategy=version, consultee=Consultee.IDVA_LEAD
    )
    return _reply_page(request, version, asked, facts=True)


def _reply_page(
    request: HttpRequest, version: ContactStrategy, asked: Consultation, *, facts: bool = False
) -> HttpResponse:
    asked.strategy = version
    rows = queries.matrix_of(version, actor_of(request))
    earlier = next(row.reply for row in rows if row.consultee == asked.consultee)
    initial: dict[str, object] = {"replied_on": today()}
    if earlier:
        initial |= {
            "view": ConsulteeView(earlier.view),
            "text": queries.text_in(earlier),
            "seen": earlier.pk,
        }
    form = ReplyForm(request.POST or None, today=today(), initial=initial)
    return act_page(
        request,
        version.drive_case,
        form,
        lambda by, moment: actions.reply_to(
            consultation=asked,
            reply=actions.Reply(
                replied_on=form.cleaned_data["replied_on"],
                view=form.cleaned_data["view"],
                text=form.cleaned_data["text"],
            ),
            seen=form.cleaned_data["seen"],
            by=by,
            now=moment,
        ),
        place=Place("casework/reply", asked.pk),
        words=Act(
            title=_("Reply: %s") % label(Consultee(asked.consultee)),
            submit=_("Save reply"),
            done=_("Reply saved."),
            tab=TAB,
            back=version_page(version),
            facts=words.said_rows(version) if facts else [],
        ),
    )


@page("casework.record_voice")
def voice(request: HttpRequest, case_id: UUID, strategy_id: UUID) -> HttpResponse:
    """Record what the victim-survivor knows of Drive and thinks of the contact."""
    version = find_version(request, case_id, strategy_id)
    form = VoiceForm(
        request.POST or None,
        today=today(),
        initial=_voice_before(queries.voice_of(version, actor_of(request))),
    )

    return act_page(
        request,
        version.drive_case,
        form,
        lambda by, moment: _keep_voice(version, form.cleaned_data, by=by, now=moment),
        place=Place("casework/voice", version.pk),
        words=Act(
            title=_("What the victim-survivor knows and thinks"),
            submit=_("Save"),
            done=_("Saved."),
            tab=TAB,
            back=version_page(version),
            lead=[
                _("No contact is planned while this is blank. Ask only where asking is safe: that "
                  "it was not safe is an answer too."),
            ],
        ),
    )  # fmt: skip


def _keep_voice(
    version: ContactStrategy, given: dict[str, Any], *, by: User, now: datetime
) -> VoiceRow:
    return actions.record_voice(
        strategy=version,
        voice=actions.Voice(
            informed=given["informed"],
            informed_on=given["informed_on"],
            informed_by=given["informed_by"],
            view=given["view"].value or "",
            view_status=given["view"].status,
        ),
        seen=given["seen"],
        by=by,
        now=now,
    )


def _voice_before(row: VoiceRow | None) -> dict[str, object]:
    if row is None:
        return {}
    text = queries.view_in(row)
    return {
        "informed": InformedOfDrive(row.informed),
        "informed_on": row.informed_on,
        "informed_by": row.informed_by,
        "view": known(text) if text else unknown(ValueStatus(row.view_status)),
        "seen": row.pk,
    }


@page("casework.write_strategy")
def share_strategy(request: HttpRequest, case_id: UUID, strategy_id: UUID) -> HttpResponse:
    """Share an agreed version with the Marac that heard the case."""
    version = find_version(request, case_id, strategy_id)
    form = ShareForm(
        request.POST or None, today=today(), maracs=queries.maracs_of(version.drive_case)
    )
    return act_page(
        request,
        version.drive_case,
        form,
        lambda by, moment: actions.share_with_marac(
            strategy=version, marac=form.cleaned_data["marac"], by=by, now=moment
        ),
        place=Place("casework/share_strategy", version.pk),
        words=Act(
            title=_("Share with the Marac"),
            submit=_("Share"),
            done=_("Shared. It stands in the ledger of what has left."),
            tab=TAB,
            back=version_page(version),
            lead=[
                _("This is what the Marac gets, marked: not to be revealed to him. What the "
                  "victim-survivor thinks and what the IDVA replied stays here."),
            ],
            facts=words.said_rows(version),
        ),
    )  # fmt: skip


@page("casework.write_strategy")
def record_feedback(
    request: HttpRequest, case_id: UUID, strategy_id: UUID, share_id: UUID
) -> HttpResponse:
    """Keep what the Marac said."""
    version = find_version(request, case_id, strategy_id)
    share: StrategyShare = find(request, StrategyShare, pk=share_id)
    if share.strategy_id != version.pk:
        raise Http404("not found")
    share.strategy = version
    form = FeedbackForm(request.POST or None, today=today(), initial={"received_on": today()})
    return act_page(
        request,
        version.drive_case,
        form,
        lambda by, moment: actions.record_feedback(
            share=share,
            received_on=form.cleaned_data["received_on"],
            text=form.cleaned_data["text"],
            by=by,
            now=moment,
        ),
        place=Place("casework/feedback", share.pk),
        words=Act(
            title=_("What the Marac said"),
            submit=_("Save"),
            done=_("Saved."),
            tab=TAB,
            back=version_page(version),
        ),
    )
