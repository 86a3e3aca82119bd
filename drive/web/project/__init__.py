"""The Django project: settings, addresses, navigation and the pages that belong to no app."""
