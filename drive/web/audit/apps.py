from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "drive.web.audit"
