import pytest


@pytest.fixture
def moderator_login(client, moderator):
    client.force_login(moderator)
