"""Sites and agencies: where the work is done and by whom. No views."""
