from django.urls import URLPattern

app_name = "case_record"

urlpatterns: list[URLPattern] = []
