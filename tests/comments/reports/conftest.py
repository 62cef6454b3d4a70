"""A visible comment, and reports of it."""

import pytest

from blog.comments.models import Report
from tests.factories import CommentFactory


@pytest.fixture
def comment(article):
    return CommentFactory(page=article, name="Dana", text="Buy my pills.")


@pytest.fixture
def report(client, comment):
    """Report the comment, or another one, from an IP address."""

    def report(ip="203.0.113.7", of=None, headers=None, **fields):
        url = f"/comments/report/{(of or comment).pk}/send/"
        data = {"reason": "spam"} | fields
        return client.post(url, data, REMOTE_ADDR=ip, headers=headers)

    return report


@pytest.fixture
def reasons():
    """Return the reasons of all reports."""
    return lambda: list(Report.objects.values_list("reason", flat=True))
