from django.urls import path

from drive.web.harm.views import monitor, reports

app_name = "harm"

urlpatterns = [
    path("", monitor.monitor, name="monitor"),
    path("notices/<uuid:notice_id>/", monitor.notice, name="notice"),
    path("record/<uuid:dyad_id>/", reports.record, name="record"),
    path("reports/", reports.reports, name="reports"),
    path("reports/<uuid:event_id>/", reports.report, name="report"),
    path("reports/<uuid:event_id>/correct/", reports.correct, name="correct"),
    path("reports/<uuid:event_id>/take-back/", reports.take_back, name="take_back"),
    path("reports/<uuid:event_id>/judge/", reports.judge, name="judge"),
]
