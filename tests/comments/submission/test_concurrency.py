"""Comments posted at the same time, and without the database or the cache."""

from concurrent.futures import ThreadPoolExecutor
from unittest.mock import patch

import pytest
from pytest_django.asserts import assertContains

from django.db import InterfaceError, InternalError, OperationalError, connection
from django.test import Client
from django.urls import reverse

from wagtail.models import Site

from blog.comments.models import Comment
from blog.comments.submission.history import History
from tests.factories import BlogIndexPageFactory, BlogPageFactory


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_sixteen_identical_posts_are_one_comment(typed):
    home = Site.objects.get().root_page
    article = BlogPageFactory(parent=BlogIndexPageFactory(parent=home))
    url = reverse("comments:post_comment", args=[article.pk])

    def post(_):
        try:
            response = Client().post(url, typed | {"key": "one form"})
            return response.status_code, response.url
        finally:
            connection.close()

    with ThreadPoolExecutor(16) as pool:
        responses = set(pool.map(post, range(16)))
    assert len(responses) == 1
    assert responses.pop()[0] == 303
    assert Comment.objects.count() == 1


@pytest.mark.django_db
def test_same_form_is_one_comment_even_if_only_the_constraint_notices(
    post, typed, comment_settings
):
    url = post(typed).url
    with patch.multiple(History, has_twin=False, has_duplicate=False):
        assert post(typed).url == url
    assert Comment.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("error", [OperationalError, InterfaceError, InternalError])
def test_typed_text_is_shown_again_without_a_database(post, typed, error):
    with patch("blog.comments.submission.views.find_page", side_effect=error):
        response = post(typed | {"key": "abc"})
    for text in [
        *typed.values(),
        'value="abc"',
        'id="comment-form"',
        "novalidate",
        "Required fields are marked *",
    ]:
        assertContains(response, text, status_code=503)


@pytest.mark.django_db
def test_comment_is_saved_without_a_cache(client, article, post, typed, settings):
    settings.CACHES = {
        "default": {
            "BACKEND": "boulder_therapeutics.operations.redis_cache.RedisCache",
            "LOCATION": "redis://127.0.0.1:1",
        }
    }
    assert client.get(article.url).status_code == 200
    assert post(typed).status_code == 303
    assert Comment.objects.count() == 1
