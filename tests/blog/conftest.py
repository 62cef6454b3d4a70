import pytest

from blog.models import articles


@pytest.fixture(params=[articles.MANY, 0], ids=["few", "many"])
def few_or_many(request, monkeypatch):
    """Have lists found as where there are few articles, and as where there are many."""
    monkeypatch.setattr(articles, "MANY", request.param)
