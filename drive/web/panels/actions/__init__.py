"""Opening a panel, writing down what it says, and settling it."""

from drive.web.panels.actions.deciding import Said, record_verdict
from drive.web.panels.actions.holding import Meeting, bring, open_panel
from drive.web.panels.actions.settling import settle

__all__ = ["Meeting", "Said", "bring", "open_panel", "record_verdict", "settle"]
