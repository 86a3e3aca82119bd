"""Who may be drawn, and who was drawn to which arm. Whoever draws does not know what comes after."""
