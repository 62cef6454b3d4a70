"""Nothing twice, nothing lost, also at the same instant and without a database."""

from concurrent.futures import ThreadPoolExecutor
from unittest.mock import patch

import pytest

from django.db import InterfaceError, OperationalError, connection
from django.test import Client
from django.urls import reverse

from wagtail.models import Site

from blog.comments.models import Comment
from blog.comments.submission import history
from tests.factories import BlogIndexPageFactory, BlogPageFactory


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_sixteen_identical_posts_are_one_comment(typed):
    home = Site.objects.get().root_page
    article = BlogPageFactory(parent=BlogIndexPageFactory(parent=home))
    url = reverse("comments:add_comment", args=[article.pk])

    def post(_):
        try:
            response = Client().post(url, typed | {"key": "one form"})
            return response.status_code, response.url
        finally:
            connection.close()

    with ThreadPoolExecutor(16) as pool:
        answers = set(pool.map(post, range(16)))
    assert len(answers) == 1
    assert answers.pop()[0] == 303
    assert Comment.objects.count() == 1


@pytest.mark.django_db
def test_twin_that_only_the_constraint_finds_is_answered_alike(article, post, typed):
    url = post(typed).url
    with patch.object(history.Prepared, "rows", return_value=[]):
        assert post(typed).url == url
    assert Comment.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("away", [OperationalError, InterfaceError])
def test_text_survives_a_database_that_is_away(post, typed, away):
    with patch("blog.comments.submission.views._find_page", side_effect=away):
        response = post(typed | {"key": "abc"})
    assert response.status_code == 503
    for value in [
        *typed.values(),
        'value="abc"',
        'id="comment-form"',
        "novalidate",
        "Required fields are marked *",
    ]:
        assert value in response.text


@pytest.mark.django_db
def test_cache_that_is_away_costs_no_comment(client, article, post, typed, settings):
    settings.CACHES = {
        "default": {
            "BACKEND": "boulder_therapeutics.operations.redis_cache.RedisCache",
            "LOCATION": "redis://127.0.0.1:1",
        }
    }
    assert client.get(article.url).status_code == 200
    assert post(typed).status_code == 303
    assert Comment.objects.count() == 1
