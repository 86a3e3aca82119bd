from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "drive.web.people"
