from django.urls import path

from drive.web.oversight import views

app_name = "oversight"

urlpatterns = [
    path("", views.index, name="index"),
    path("add/", views.add, name="add"),
    path("actions/<uuid:action_id>/", views.finish, name="finish"),
]
