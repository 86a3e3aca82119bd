"""Sending forms as a person does who clicks twice."""

from uuid import uuid4

from django.test import Client


def on(name: str, day: int = 30, month: int = 6, year: int = 2017) -> dict[str, str]:
    return {f"{name}-day": str(day), f"{name}-month": str(month), f"{name}-year": str(year)}


def sent(client: Client, address: str, typed: dict[str, object], *, times: int = 2) -> str:
    """Send a form twice, as a double click does, and return where it leads."""
    typed = {**typed, "key": str(uuid4())}
    for _ in range(times):
        answer = client.post(address, typed)
        assert answer.status_code == 302, answer.content.decode()[:12000]
    return answer["Location"]
