"""The web application: each app imports only apps below it (see pyproject.toml)."""
