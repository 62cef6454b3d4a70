"""Drafts of every page type may lack anything except a title."""

import pytest
from pytest_django.asserts import assertContains

from modelcluster.models import get_all_child_relations
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, get_page_models
from wagtail.test.utils.form_data import (
    inline_formset,
    nested_form_data,
    rich_text,
    streamfield,
)

from blog.models import BlogIndexPage, BlogPage
from boulder_therapeutics.core.models import HomePage, Person
from services.models import ServicePage
from tests.factories import PersonFactory, StandardPageFactory

# All but those of which each test has one already.
MODELS = [m for m in get_page_models() if m not in (Page, BlogIndexPage, HomePage)]


def entries_for(model, **entered):
    """Return what the form of `model` sends with a title and what is `entered`."""
    # The browser derives the slug. "comments" are Wagtail's own, for editors.
    empty = {"title": "Begun", "slug": "begun", "comments": inline_formset([])}
    for relation in get_all_child_relations(model):
        empty[relation.get_accessor_name()] = inline_formset([{}])
    for field in model._meta.get_fields():
        if isinstance(field, StreamField):
            empty[field.name] = streamfield([])
        elif isinstance(field, RichTextField):
            empty[field.name] = rich_text("")
        elif getattr(field, "choices", None):
            empty[field.name] = field.get_default()
    return nested_form_data(empty | entered)


@pytest.fixture
def send(client, editor, home, blog_index, service_index):
    """Send the form for a new page of a model as an editor."""
    client.force_login(editor)

    def send(model, **entered):
        allowed = model.allowed_parent_page_models()
        about = StandardPageFactory(parent=home)
        parents = [home, blog_index, service_index, about]
        parent = next(page for page in parents if type(page) in allowed)
        url = f"/admin/pages/add/{model._meta.label_lower.replace('.', '/')}/"
        return client.post(f"{url}{parent.pk}/", entries_for(model, **entered))

    return send


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_draft_needs_only_a_title(send, model, client):
    if model.max_count:
        model.objects.all().delete()
    send(model)
    page = model.objects.get(title="Begun")
    assert not page.live
    assertContains(client.get(f"/admin/pages/{page.pk}/edit/"), "Begun")
    assert client.get(f"/admin/pages/{page.pk}/view_draft/").status_code == 200


@pytest.mark.parametrize(
    ("model", "needed"),
    [(BlogPage, ["introduction", "body"]), (ServicePage, ["short", "summary"])],
)
def test_publishing_names_what_is_missing(send, model, needed):
    response = send(model, **{"action-publish": "publish"})
    assert not model.objects.filter(title="Begun").exists()
    assert set(needed) <= response.context["form"].errors.keys()


def test_article_is_published_with_an_author_only(send):
    response = send(BlogPage, **{"action-publish": "publish"})
    rows = response.context["form"].formsets["article_authors"]
    assert rows.errors == [{"person": ["This field is required."]}]


def test_half_entered_price_is_saved_in_a_draft_and_previewed(send, client):
    send(ServicePage, prices=inline_formset([{"minutes": 60}]))
    page = ServicePage.objects.get()
    assert [(row.minutes, row.dollars) for row in page.prices.all()] == [(60, None)]
    assertContains(client.get(f"/admin/pages/{page.pk}/view_draft/"), "60 minutes")


def test_author_row_without_a_person_is_saved_and_previewed(send, client):
    send(BlogPage)
    page = BlogPage.objects.get()
    page.article_authors.create(person=None)
    assert client.get(f"/admin/pages/{page.pk}/view_draft/").status_code == 200


def test_new_article_has_the_editor_as_its_author(client, editor, blog_index):
    person = PersonFactory(user=editor)
    client.force_login(editor)
    response = client.get(f"/admin/pages/add/blog/blogpage/{blog_index.pk}/")
    rows = response.context["form"].formsets["article_authors"]
    assert [row.instance.person for row in rows] == [person]


def test_new_article_of_somebody_without_a_profile_has_no_author(
    client, editor, blog_index
):
    PersonFactory()
    client.force_login(editor)
    response = client.get(f"/admin/pages/add/blog/blogpage/{blog_index.pk}/")
    rows = response.context["form"].formsets["article_authors"]
    assert [row.instance.person for row in rows] == [None]


def test_deleting_an_account_leaves_the_person(editor):
    person = PersonFactory(user=editor)
    editor.delete()
    assert Person.objects.get(pk=person.pk).user is None
