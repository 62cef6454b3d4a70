import pytest

from django.http import Http404

from boulder_therapeutics.core.pagination import paginate
from boulder_therapeutics.core.templatetags.pagination_tags import page_numbers


@pytest.mark.parametrize("per_page", [1, 2, 3, 7, 10])
def test_each_object_is_on_one_page(rf, per_page):
    first = paginate(range(7), rf.get("/"), per_page)
    numbers = first.paginator.page_range
    pages = [paginate(range(7), rf.get("/", {"page": n}), per_page) for n in numbers]
    assert [item for page in pages for item in page] == list(range(7))
    assert [len(page) for page in pages[:-1]] == [per_page] * (len(pages) - 1)


def test_first_page_is_shown_without_a_page_number(rf):
    assert list(paginate(range(7), rf.get("/"), per_page=2)) == [0, 1]


@pytest.mark.parametrize("number", ["0", "5", "-1", "x", ""])
def test_missing_page_is_not_found(rf, number):
    with pytest.raises(Http404):
        paginate(range(7), rf.get("/", {"page": number}), per_page=2)


def test_empty_list_has_one_page(rf):
    assert list(paginate([], rf.get("/"), per_page=2)) == []


def test_few_of_many_pages_are_linked(rf):
    page = paginate(range(50_000), rf.get("/", {"page": 2500}), per_page=10)
    assert page_numbers(page) == [
        1, 2, None, 2498, 2499, 2500, 2501, 2502, None, 4999, 5000,
    ]  # fmt: skip
