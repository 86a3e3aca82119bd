from django.urls import path

from drive.web.assessments import views

app_name = "assessments"

urlpatterns = [
    path("", views.index, name="index"),
    path("<str:point>/", views.tasks, name="tasks"),
    path("<str:point>/submitted/", views.read, name="read"),
    path("<str:point>/check/", views.check, name="check"),
    path("<str:point>/part/<str:name>/", views.section, name="section"),
]
