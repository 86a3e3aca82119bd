from django.urls import path

from drive.web.casework.views import (
    cases,
    clock,
    consulting,
    contact,
    contact_details,
    documents,
    holds,
    loads,
    outgoing,
    planning,
    record,
    resting,
    strategies,
    work,
)

app_name = "casework"

_VERSION = "<uuid:case_id>/strategy/<uuid:strategy_id>/"

under_a_version = [
    path(_VERSION, strategies.strategy, name="strategy"),
    path(f"{_VERSION}consult/", consulting.consult, name="consult"),
    path(f"{_VERSION}reply/", consulting.reply, name="reply"),
    path(
        f"{_VERSION}replies/<uuid:consultation_id>/",
        consulting.record_reply,
        name="record_reply",
    ),
    path(f"{_VERSION}voice/", consulting.voice, name="voice"),
    path(f"{_VERSION}rests-on/", resting.rests_on, name="rests_on"),
    path(f"{_VERSION}rests-on/choose/", resting.choose_facts, name="choose_facts"),
    path(f"{_VERSION}override/", resting.override_guard, name="override_guard"),
    path(f"{_VERSION}decide/", strategies.decide_strategy, name="decide_strategy"),
    path(f"{_VERSION}share/", consulting.share_strategy, name="share_strategy"),
    path(
        f"{_VERSION}shares/<uuid:share_id>/",
        consulting.record_feedback,
        name="record_feedback",
    ),
]

_DETAILS = "<uuid:case_id>/contact-details/"

contact_details_of_a_case = [
    path(_DETAILS, contact_details.contact_details, name="contact_details"),
    path(f"{_DETAILS}add/<str:kind>/", contact_details.add, name="add_contact_detail"),
    path(
        f"{_DETAILS}<str:kind>/<uuid:row_id>/right/",
        contact_details.correct,
        name="correct_contact_detail",
    ),
    path(
        f"{_DETAILS}<str:kind>/<uuid:row_id>/show/",
        contact_details.look,
        name="look_contact_detail",
    ),
    path(
        f"{_DETAILS}shown/<uuid:reveal_id>/",
        contact_details.looked,
        name="looked_at_contact_detail",
    ),
]

urlpatterns = [
    path("allocations/", cases.allocations, name="allocations"),
    path("allocations/<uuid:allocation_id>/open/", cases.open_case, name="open_case"),
    path("<uuid:case_id>/assign/<str:capacity>/", cases.assign, name="assign"),
    path("<uuid:case_id>/step/", cases.move, name="move"),
    path("<uuid:case_id>/notes/", record.notes, name="notes"),
    path("<uuid:case_id>/notes/add/", record.add_note, name="add_note"),
    path("<uuid:case_id>/notes/<uuid:note_id>/add/", record.add_to_note, name="add_to_note"),
    path("<uuid:case_id>/contact/", contact.contact, name="contact"),
    path("<uuid:case_id>/contact/add/", contact.record_contact, name="record_contact"),
    path("<uuid:case_id>/contact/reason/", contact.record_non_contact, name="record_non_contact"),
    *contact_details_of_a_case,
    path("<uuid:case_id>/documents/", documents.documents, name="documents"),
    path("<uuid:case_id>/documents/add/", documents.add_document, name="add_document"),
    path("<uuid:case_id>/documents/<uuid:document_id>/", documents.document, name="document"),
    path(
        "<uuid:case_id>/documents/<uuid:document_id>/file/",
        documents.document_file,
        name="document_file",
    ),
    path(
        "<uuid:case_id>/documents/<uuid:document_id>/describe/",
        documents.describe_document,
        name="describe_document",
    ),
    path("<uuid:case_id>/work/", work.work, name="work"),
    path("loads/", loads.loads, name="loads"),
    path("loads/<uuid:site_id>/clock/", loads.set_site_clock, name="set_site_clock"),
    path("<uuid:case_id>/strategy/", strategies.strategies, name="strategies"),
    path("<uuid:case_id>/strategy/write/", strategies.write_strategy, name="write_strategy"),
    path("<uuid:case_id>/strategy/changed/", strategies.expire_strategy, name="expire_strategy"),
    *under_a_version,
    path("<uuid:case_id>/contact/plan/", planning.plan_contact, name="plan_contact"),
    path(
        "<uuid:case_id>/contact/plans/<uuid:plan_id>/cancel/",
        planning.cancel_plan,
        name="cancel_plan",
    ),
    path(
        "<uuid:case_id>/contact/plans/<uuid:plan_id>/read/",
        planning.note_override_read,
        name="note_override_read",
    ),
    path("<uuid:case_id>/holds/propose/", holds.propose_hold, name="propose_hold"),
    path("<uuid:case_id>/holds/<uuid:hold_id>/", holds.decide_hold, name="decide_hold"),
    path("<uuid:case_id>/outgoing/", outgoing.ledger, name="ledger"),
    path("<uuid:case_id>/outgoing/leak/", outgoing.record_leak, name="record_leak"),
    path("<uuid:case_id>/outgoing/write/", outgoing.write_to_somebody, name="write_to_somebody"),
    path("<uuid:case_id>/clock/", clock.clock, name="clock"),
    path("<uuid:case_id>/clock/propose/", clock.propose_change, name="propose_change"),
    path(
        "<uuid:case_id>/clock/changes/<uuid:change_id>/", clock.decide_change, name="decide_change"
    ),
    path("<uuid:case_id>/clock/left-to-us/", clock.record_off_loading, name="record_off_loading"),
    path("<uuid:case_id>/late/add/", clock.receive_late, name="receive_late"),
    path("<uuid:case_id>/late/<uuid:late_id>/", clock.decide_late, name="decide_late"),
]
