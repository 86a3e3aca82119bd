"""What the audit says of a case: who did and who saw what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext, gettext_noop

from drive.web.audit.models import Event, EventKind
from drive.web.design_system.presenters import label, time_in_words

_CHANGES = {
    "casework.open_case": gettext_noop("Case opened"),
    "casework.assign": gettext_noop("Handed over"),
    "casework.move_to": gettext_noop("Step taken"),
    "casework.add_note": gettext_noop("Note added"),
    "casework.add_notes": gettext_noop("Notes loaded"),
    "casework.record_contact": gettext_noop("Contact recorded"),
    "casework.record_contacts": gettext_noop("Contacts loaded"),
    "casework.record_non_contact": gettext_noop("Reason for no contact recorded"),
    "casework.close": gettext_noop("Case closed"),
    "information.add_document": gettext_noop("Document added"),
    "information.describe": gettext_noop("Document described anew"),
    "information.record_fact": gettext_noop("Fact recorded"),
    "information.correct_fact": gettext_noop("Fact put right"),
    "information.withdraw_fact": gettext_noop("Fact withdrawn"),
    "information.derive": gettext_noop("Said from what a fact was made"),
    "information.corroborate": gettext_noop("Said what corroborates a fact"),
    "information.record_wish": gettext_noop("Recorded what she wishes"),
    "information.release": gettext_noop("Summary released to the other side"),
    "information.withdraw_release": gettext_noop("Released summary withdrawn"),
    "information.release_events": gettext_noop("Events released to the other side"),
    "information.withdraw_event_release": gettext_noop("Released event withdrawn"),
    "information.override": gettext_noop("Decided about the guard"),
    "information.settle_quiet": gettext_noop("Looked at a case that had gone quiet"),
    "casework.write_strategy": gettext_noop("Version of the contact strategy written"),
    "casework.consult": gettext_noop("Contact strategy sent to be consulted on"),
    "casework.reply_to_strategy": gettext_noop("Reply on the contact strategy"),
    "casework.record_voice": gettext_noop("The victim-survivor's voice recorded"),
    "casework.decide_strategy": gettext_noop("Contact strategy decided on"),
    "casework.expire_strategy": gettext_noop("Contact strategy ended"),
    "casework.share_strategy": gettext_noop("Contact strategy shared with the Marac"),
    "casework.record_feedback": gettext_noop("Feedback of the Marac recorded"),
    "casework.plan_contact": gettext_noop("Contact planned"),
    "casework.cancel_plan": gettext_noop("Planned contact cancelled"),
    "casework.note_override_read": gettext_noop("Contact without a strategy looked at"),
    "casework.propose_hold": gettext_noop("Hold proposed"),
    "casework.decide_hold": gettext_noop("Hold decided on"),
    "casework.propose_change": gettext_noop("Change of the planned course proposed"),
    "casework.decide_change": gettext_noop("Proposed change decided on"),
    "casework.record_off_loading": gettext_noop("What an agency left to Drive recorded"),
    "casework.receive_late": gettext_noop("Late information received"),
    "casework.decide_late": gettext_noop("Late information decided on"),
    "multiagency.ask": gettext_noop("Request to an agency written"),
    "multiagency.send": gettext_noop("Request handed to the gate"),
    "multiagency.note_left": gettext_noop("What was written to an agency has left"),
    "multiagency.note_nobody_answered": gettext_noop("An agency was rung, and nobody answered"),
    "multiagency.chase": gettext_noop("Agency chased"),
    "multiagency.escalate": gettext_noop("Request taken up the ladder"),
    "multiagency.contest": gettext_noop("Refusal of an agency contested"),
    "multiagency.answer": gettext_noop("Answer of an agency recorded"),
    "multiagency.refuse": gettext_noop("Refusal of an agency recorded"),
    "multiagency.answer_late": gettext_noop("Late answer of an agency recorded"),
    "multiagency.put_extract_on_case": gettext_noop("What the police sent put on the case"),
    "multiagency.withdraw": gettext_noop("Request to an agency withdrawn"),
    "oversight.record": gettext_noop("Supervision recorded"),
    "oversight.finish_action": gettext_noop("Agreed action done"),
    "case_record.pin": gettext_noop("Entry put on top"),
    "monitoring.raise_query": gettext_noop("Query raised about a record"),
    "monitoring.answer_query": gettext_noop("Query answered"),
    "monitoring.resolve_query": gettext_noop("Query resolved"),
    "case_record.unpin": gettext_noop("Entry taken off the top"),
    "case_record.print": gettext_noop("Printed"),
    "case_record.open_pack": gettext_noop("Subject-access request opened"),
    "case_record.put_pack_together": gettext_noop("Subject-access pack put together again"),
    "case_record.decide_on_pack": gettext_noop("Decided of an item of the subject-access pack"),
    "case_record.sign_pack": gettext_noop("Subject-access pack signed"),
    "case_record.hand_out_pack": gettext_noop("Subject-access pack handed out"),
    "registers.record": gettext_noop("Entry recorded"),
    "registers.correct": gettext_noop("Entry put right"),
    "registers.take_back": gettext_noop("Entry taken back"),
    "registers.settle_task": gettext_noop("Task done"),
    "assessments.submit": gettext_noop("Assessment submitted"),
    "assessments.accept": gettext_noop("Assessment accepted"),
    "assessments.return": gettext_noop("Assessment returned"),
    "assessments.take_up_again": gettext_noop("Assessment taken up again"),
    "assessments.review_rise": gettext_noop("Rise reviewed"),
    "assessments.note_rises_read": gettext_noop("Rise read by the IDVA lead"),
}
_READS = {
    "home.view": gettext_noop("Shown on the home page"),
    "casework.view_cases": gettext_noop("Shown in the list of cases"),
    "case_record.look_up": gettext_noop("Found by a search"),
    "casework.view_case": gettext_noop("Overview"),
    "casework.view_record": gettext_noop("The case manager's record"),
    "casework.write_note": gettext_noop("Page for a note"),
    "casework.record_contact": gettext_noop("Page for a contact"),
    "casework.record_non_contact": gettext_noop("Page for a reason"),
    "casework.move_case": gettext_noop("Page for a step"),
    "casework.assign": gettext_noop("Page for handing over"),
    "information.view": gettext_noop("Documents"),
    "information.open_file": gettext_noop("File of a document"),
    "information.add": gettext_noop("Page for a document"),
    "information.view_facts": gettext_noop("Facts and what crosses"),
    "information.record_fact": gettext_noop("Page for a fact"),
    "information.release": gettext_noop("Page for what crosses"),
    "information.override": gettext_noop("Page for deciding about the guard"),
    "information.settle_quiet": gettext_noop("Page of a case that has gone quiet"),
    "casework.view_strategy": gettext_noop("Contact strategy"),
    "casework.write_strategy": gettext_noop("Page for a contact strategy"),
    "casework.record_voice": gettext_noop("Page for the victim-survivor's voice"),
    "casework.reply_to_strategy": gettext_noop("Page for a reply on the contact strategy"),
    "casework.agree_strategy": gettext_noop("Page for deciding on a contact strategy"),
    "casework.expire_strategy": gettext_noop("Page for ending a contact strategy"),
    "casework.plan_contact": gettext_noop("Page for planning a contact"),
    "casework.propose_hold": gettext_noop("Page for proposing a hold"),
    "casework.decide_hold": gettext_noop("Page for deciding on a hold"),
    "casework.read_override": gettext_noop("Page of a contact without a strategy"),
    "casework.view_clock": gettext_noop("Clock"),
    "casework.propose_change": gettext_noop("Page for proposing a change"),
    "casework.decide_change": gettext_noop("Page for deciding on a change"),
    "casework.record_off_loading": gettext_noop("Page for what an agency left to Drive"),
    "multiagency.view_requests": gettext_noop("Requests to agencies"),
    "multiagency.ask": gettext_noop("Page for asking an agency"),
    "multiagency.view_extracts": gettext_noop("What the police sent"),
    "casework.receive_late": gettext_noop("Page for late information"),
    "casework.decide_late": gettext_noop("Page for deciding on late information"),
    "registers.view": gettext_noop("Plan and facts"),
    "registers.write": gettext_noop("Page of a task"),
    "assessments.view": gettext_noop("Assessments"),
    "assessments.fill": gettext_noop("Page of an assessment"),
    "assessments.accept": gettext_noop("Page for accepting an assessment"),
    "assessments.view_rises": gettext_noop("Rises"),
    "assessments.review_rise": gettext_noop("Page for reviewing a rise"),
    "assessments.note_rise": gettext_noop("Page of a rise"),
    "case_record.view_history": gettext_noop("History"),
    "case_record.prepare_closing": gettext_noop("Page for closing"),
    "case_record.keep_out": gettext_noop("Page for keeping somebody out"),
    "case_record.print": gettext_noop("Page for printing"),
    "case_record.view_pack": gettext_noop("Subject-access pack"),
    "case_record.put_pack_together": gettext_noop(
        "Page for putting a subject-access pack together"
    ),
    "case_record.sign_pack": gettext_noop("Page for signing a subject-access pack"),
    "case_record.hand_out_pack": gettext_noop("Page for handing a subject-access pack out"),
    "oversight.view": gettext_noop("Supervision"),
    "monitoring.view_queries": gettext_noop("Queries about records"),
    "monitoring.view_casework": gettext_noop("Counted in the casework of the site"),
    "monitoring.raise_query": gettext_noop("Page for a query about a record"),
    "oversight.record": gettext_noop("Page for supervision"),
    "oversight.finish": gettext_noop("Page for an agreed action"),
}


def _what(event: Event) -> str:
    words = _READS if event.kind == EventKind.READ else _CHANGES
    return gettext(words[event.action]) if event.action in words else event.action


def history_rows(events: Iterable[Event], names: Mapping[UUID, str]) -> list[list[dict[str, Any]]]:
    """Return the rows of who did and who saw what on a case."""
    return [
        [
            {"text": time_in_words(event.happened_at)},
            {
                "text": names.get(event.actor_id, gettext("Nobody"))
                if event.actor_id
                else gettext("Nobody")
            },
            {"text": label(EventKind(event.kind))},
            {"text": _what(event)},
            {"text": event.fields},
        ]
        for event in events
    ]
