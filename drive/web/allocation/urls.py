from django.urls import path

from drive.web.allocation import views

app_name = "allocation"

urlpatterns = [
    path("", views.index, name="index"),
    path("draw/<slug:code>/", views.draw, name="draw"),
    path("log/", views.log, name="log"),
    path("ratios/", views.ratios, name="ratios"),
    path("ratios/new/", views.set_ratio, name="set_ratio"),
]
