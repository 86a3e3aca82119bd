"""Users, roles on one page, and the one policy that says who may."""
