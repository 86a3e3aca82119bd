from django.urls import path

from drive.web.home import views

urlpatterns = [path("", views.home, name="home")]
