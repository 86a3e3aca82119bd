from django.apps import AppConfig


class RegistersConfig(AppConfig):
    name = "drive.web.registers"

    def ready(self) -> None:
        """Look after each contact whether anybody still reaches the service user."""
        from drive.web.casework.actions.follows import AFTER_CONTACT
        from drive.web.registers.actions.following import check_whereabouts

        if check_whereabouts not in AFTER_CONTACT:
            AFTER_CONTACT.append(check_whereabouts)
