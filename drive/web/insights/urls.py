from django.urls import path

from drive.web.insights.views import (
    cases,
    contact_details,
    forms,
    lists,
    outgoing,
    requests,
    support,
)

app_name = "insights"

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
    path(f"{_DETAILS}plan/", contact_details.plan, name="write_contact_plan"),
]

_REQUESTS = "<uuid:case_id>/requests/"
_HER_OWN = f"{_REQUESTS}own/"
_FOR_RECORDS = f"{_REQUESTS}records/"

requests_on_a_case = [
    path(_REQUESTS, requests.index, name="requests"),
    path(f"{_HER_OWN}new/", requests.ask_own, name="ask_own"),
    path(f"{_HER_OWN}<uuid:request_id>/", requests.her_request, name="her_request"),
    path(f"{_HER_OWN}<uuid:request_id>/step/", requests.her_step, name="her_step"),
    path(f"{_FOR_RECORDS}new/", requests.ask_records, name="ask_records"),
    path(f"{_FOR_RECORDS}<uuid:request_id>/", requests.records_request, name="records_request"),
    path(f"{_FOR_RECORDS}<uuid:request_id>/view/", requests.her_view, name="her_view"),
    path(
        f"{_FOR_RECORDS}<uuid:request_id>/items/new/",
        requests.add_records_item,
        name="add_records_item",
    ),
    path(
        f"{_FOR_RECORDS}<uuid:request_id>/items/<uuid:item_id>/",
        requests.correct_records_item,
        name="correct_records_item",
    ),
]

urlpatterns = [
    path("", cases.caseload, name="caseload"),
    path("closed/", cases.closed, name="closed"),
    path("due/", lists.due, name="due"),
    path("capacity/", lists.capacity, name="capacity"),
    path("strategies/", lists.strategies, name="strategies"),
    path("waiting/", cases.waiting, name="waiting"),
    path("waiting/<uuid:dyad_id>/", cases.open_case, name="open_case"),
    path("<uuid:case_id>/", cases.case, name="case"),
    path("<uuid:case_id>/forms/", forms.forms, name="forms"),
    path("<uuid:case_id>/forms/<str:stage>/", forms.fill, name="fill"),
    path("<uuid:case_id>/support/", support.notes, name="notes"),
    path("<uuid:case_id>/support/log/", support.log, name="log"),
    path("<uuid:case_id>/support/<uuid:note_id>/add/", support.add_to_note, name="add_to_note"),
    path("<uuid:case_id>/engagement/", support.engagement, name="engagement"),
    path("<uuid:case_id>/engagement/now/", support.set_engagement, name="set_engagement"),
    path("<uuid:case_id>/plan/", support.plan, name="plan"),
    path("<uuid:case_id>/plan/next/", support.write_plan, name="write_plan"),
    path("<uuid:case_id>/hand-over/", cases.hand_over, name="hand_over"),
    path("<uuid:case_id>/moves/", cases.transfer, name="transfer"),
    path("<uuid:case_id>/end/", cases.close, name="close"),
    path("<uuid:case_id>/outgoing/", outgoing.ledger, name="ledger"),
    path("<uuid:case_id>/outgoing/leak/", outgoing.record_leak, name="record_leak"),
    path("<uuid:case_id>/outgoing/write/", outgoing.write_to_somebody, name="write_to_somebody"),
    *contact_details_of_a_case,
    *requests_on_a_case,
    path("clash/<uuid:task_id>/", contact_details.clash, name="clash"),
    path("form/<uuid:form_id>/", forms.form, name="form"),
    path("form/<uuid:form_id>/correct/", forms.correct, name="correct"),
]
