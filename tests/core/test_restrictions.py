import pytest

from django.db import connection

from wagtail.models import Page

from boulder_therapeutics.core.publishing.restrictions import only_public
from tests.factories import StandardPageFactory


@pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite’s planner")
def test_pages_are_not_compared_with_all_pages(home):
    StandardPageFactory.create_batch(20, parent=home)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    plan = only_public(Page.objects.order_by()).explain()
    assert "SCAN restriction" in plan
    assert "SCAN above" not in plan
