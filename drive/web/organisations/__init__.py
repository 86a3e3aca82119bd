"""Sites and agencies, who is whom in them, and what they agreed to share. No views."""
