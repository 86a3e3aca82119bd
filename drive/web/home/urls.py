from django.urls import path

from drive.web.home import views

urlpatterns = [
    path("", views.home, name="home"),
    path("kept/", views.keep_draft, name="keep_draft"),
    path("kept/<uuid:draft_id>/", views.kept, name="kept"),
]
