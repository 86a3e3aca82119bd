from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "drive.web.organisations"
