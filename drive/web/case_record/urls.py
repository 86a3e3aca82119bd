from django.urls import path

from drive.web.case_record.views import acts, case, caseload, printing, timeline

app_name = "case_record"

urlpatterns = [
    path("", caseload.caseload, name="caseload"),
    path("<uuid:case_id>/", case.overview, name="overview"),
    path("<uuid:case_id>/timeline/", timeline.what_happened, name="timeline"),
    path("<uuid:case_id>/timeline/<uuid:entry_id>/pin/", timeline.pin, name="pin"),
    path("<uuid:case_id>/print/", printing.choose, name="print"),
    path("<uuid:case_id>/people/", case.people, name="people"),
    path("<uuid:case_id>/history/", case.history, name="history"),
    path("<uuid:case_id>/close/", acts.close, name="close"),
    path("<uuid:case_id>/keep-out/", acts.keep_out, name="keep_out"),
]
