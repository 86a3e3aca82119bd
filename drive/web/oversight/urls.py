from django.urls import path

from drive.web.oversight import views

app_name = "oversight"

urlpatterns = [
    path("<uuid:case_id>/supervision/", views.index, name="index"),
    path("<uuid:case_id>/supervision/add/", views.add, name="add"),
    path(
        "<uuid:case_id>/supervision/actions/<uuid:action_id>/",
        views.finish,
        name="finish",
    ),
]
