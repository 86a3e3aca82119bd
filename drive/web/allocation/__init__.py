"""Who may be drawn, and to which arm. Whoever draws does not know what comes after."""
