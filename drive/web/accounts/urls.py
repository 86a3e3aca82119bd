from django.urls import path

from drive.web.accounts import views

app_name = "accounts"

urlpatterns = [
    path("users/", views.users, name="users"),
    path("users/add/", views.add_user, name="add_user"),
    path("users/roles/", views.roles, name="roles"),
    path("users/<uuid:user_id>/", views.user, name="user"),
    path("users/<uuid:user_id>/role/", views.grant, name="grant"),
    path("users/<uuid:user_id>/end/", views.end_access, name="end_access"),
    path("sites/", views.sites, name="sites"),
    path("sites/add/", views.add_site, name="add_site"),
    path("sites/<uuid:site_id>/agency/", views.add_agency, name="add_agency"),
]
