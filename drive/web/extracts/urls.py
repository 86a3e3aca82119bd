from django.urls import path

from drive.web.extracts import views

app_name = "extracts"

urlpatterns = [
    path("", views.index, name="index"),
    path("freeze/", views.freeze, name="freeze"),
    path("dictionary/", views.dictionary, name="dictionary"),
    path("<uuid:snapshot_id>/", views.snapshot, name="snapshot"),
    path("<uuid:snapshot_id>/evaluate/", views.evaluate, name="evaluate"),
    path("<uuid:snapshot_id>/files/", views.hand_out_snapshot, name="hand_out_snapshot"),
    path("runs/<uuid:run_id>/", views.run, name="run"),
    path("runs/<uuid:run_id>/report/", views.report, name="report"),
    path("runs/<uuid:run_id>/files/", views.hand_out_run, name="hand_out_run"),
]
