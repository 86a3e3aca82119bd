from django.apps import AppConfig


class AllocationConfig(AppConfig):
    name = "drive.web.allocation"
