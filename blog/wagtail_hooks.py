from django.dispatch import receiver

from wagtail import hooks
from wagtail.signals import init_new_page
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from boulder_therapeutics.core.models import Person

from .models import BlogPage, BlogPageAuthor, Category
from .structured_data import add_blog


class CategoryViewSet(SnippetViewSet):
    model = Category
    icon = "folder-open-inverse"
    add_to_admin_menu = True
    menu_order = 300
    list_display = ["name", "parent", "description"]
    copy_view_enabled = False


register_snippet(CategoryViewSet)
hooks.register("construct_structured_data", add_blog)


@receiver(init_new_page)
def preselect_author(sender, page, **kwargs):
    """Make the person who begins an article its author."""
    if isinstance(page, BlogPage):
        people = Person.objects.filter(user=page.owner)
        page.article_authors = [BlogPageAuthor(person=person) for person in people]
