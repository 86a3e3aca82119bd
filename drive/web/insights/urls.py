from django.urls import path

from drive.web.insights import views

app_name = "insights"

urlpatterns = [
    path("", views.caseload, name="caseload"),
    path("closed/", views.closed, name="closed"),
    path("waiting/", views.waiting, name="waiting"),
    path("waiting/<uuid:dyad_id>/", views.open_case, name="open_case"),
    path("<uuid:case_id>/", views.case, name="case"),
    path("<uuid:case_id>/forms/", views.forms, name="forms"),
    path("<uuid:case_id>/forms/<str:stage>/", views.fill, name="fill"),
    path("<uuid:case_id>/hand-over/", views.hand_over, name="hand_over"),
    path("<uuid:case_id>/end/", views.close, name="close"),
    path("form/<uuid:form_id>/", views.form, name="form"),
]
