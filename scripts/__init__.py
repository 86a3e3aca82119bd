"""Tools for developers; `./run` calls them."""
