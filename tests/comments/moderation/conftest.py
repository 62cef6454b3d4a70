import pytest

from blog.comments.moderation import batches


@pytest.fixture
def moderator_login(client, moderator):
    client.force_login(moderator)


@pytest.fixture(autouse=True)
def _patient(monkeypatch):
    """Finish every action in its request, however slow the machine is."""
    monkeypatch.setattr(batches, "MAX_SECONDS", 600)
