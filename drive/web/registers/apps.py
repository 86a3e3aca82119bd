from django.apps import AppConfig


class RegistersConfig(AppConfig):
    name = "drive.web.registers"

    def ready(self) -> None:
        """Look after each contact whether he is still reached; say what his pathways ask for."""
        from drive.web.casework.actions.follows import AFTER_CONTACT
        from drive.web.casework.queries.asked import ASKS_FOR_TEMPLATE
        from drive.web.registers.actions.following import check_whereabouts
        from drive.web.registers.queries.holds import template_of

        if check_whereabouts not in AFTER_CONTACT:
            AFTER_CONTACT.append(check_whereabouts)
        if template_of not in ASKS_FOR_TEMPLATE:
            ASKS_FOR_TEMPLATE.append(template_of)
