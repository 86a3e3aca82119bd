"""What the pages about who is who read, through the policy."""
