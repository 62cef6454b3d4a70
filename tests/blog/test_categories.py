import pytest

from django.core.exceptions import ValidationError

from tests.factories import CategoryFactory

pytestmark = pytest.mark.django_db


def test_branch_has_the_category_and_all_below_it():
    top = CategoryFactory()
    child = CategoryFactory(parent=top)
    grandchild = CategoryFactory(parent=child)
    CategoryFactory()
    assert top.branch() == {top.pk, child.pk, grandchild.pk}


def test_category_cannot_be_below_itself():
    top = CategoryFactory()
    top.parent = CategoryFactory(parent=top)
    with pytest.raises(ValidationError, match="below itself"):
        top.clean()


def test_branch_ends_in_a_circle():
    top = CategoryFactory()
    child = CategoryFactory(parent=top)
    top.parent = child
    top.save()
    assert top.branch() == child.branch() == {top.pk, child.pk}
