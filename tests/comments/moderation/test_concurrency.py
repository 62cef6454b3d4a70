"""Two moderators at the same time."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from django.db import connection
from django.test import Client

from wagtail.log_actions import registry
from wagtail.models import Site

from blog.comments.models import Comment
from tests.factories import (
    BlogIndexPageFactory,
    BlogPageFactory,
    CommentFactory,
    UserFactory,
)

NUMBER = 30


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_each_comment_is_decided_once_and_no_request_fails():
    home = Site.objects.get().root_page
    article = BlogPageFactory(parent=BlogIndexPageFactory(parent=home))
    CommentFactory.create_batch(NUMBER, page=article, status="pending")
    ids = list(Comment.objects.values_list("pk", flat=True))
    clients = [Client(), Client()]
    for client in clients:
        client.force_login(UserFactory(is_superuser=True))

    def decide(number):
        try:
            return [
                clients[number].post(
                    "/admin/comments/act/",
                    {"action": ["approve", "spam"][number], "rows": f"{pk}:pending"},
                )
                for pk in (ids if number else reversed(ids))
            ]
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        responses = [each for both in pool.map(decide, [0, 1]) for each in both]
    assert {response.status_code for response in responses} == {302}
    assert not Comment.objects.pending().exists()
    log = registry.get_log_model_for_model(Comment).objects.get_for_model(Comment)
    assert log.count() == NUMBER
