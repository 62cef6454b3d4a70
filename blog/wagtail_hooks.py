from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import Category
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
