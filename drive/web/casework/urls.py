from django.urls import path

from drive.web.casework.views import cases, record

app_name = "casework"

urlpatterns = [
    path("allocations/", cases.allocations, name="allocations"),
    path("allocations/<uuid:allocation_id>/open/", cases.open_case, name="open_case"),
    path("<uuid:case_id>/assign/<str:capacity>/", cases.assign, name="assign"),
    path("<uuid:case_id>/step/", cases.move, name="move"),
    path("<uuid:case_id>/notes/", record.notes, name="notes"),
    path("<uuid:case_id>/notes/add/", record.add_note, name="add_note"),
    path("<uuid:case_id>/notes/<uuid:note_id>/add/", record.add_to_note, name="add_to_note"),
    path("<uuid:case_id>/contact/", record.contact, name="contact"),
    path("<uuid:case_id>/contact/add/", record.record_contact, name="record_contact"),
    path("<uuid:case_id>/contact/reason/", record.record_non_contact, name="record_non_contact"),
]
