from django.urls import path

from drive.web.offices import views

app_name = "offices"

urlpatterns = [
    path("", views.offices, name="offices"),
    path("times/", views.times, name="times"),
    path("times/take/", views.take, name="take"),
    path("times/<uuid:time_id>/give-free/", views.give_free, name="give_free"),
]
