from tests.integration.web.outbound.desk import desk

__all__ = ["desk"]
