"""Readers' comments as feeds: all of them, and those of one article."""

from django.contrib.syndication.views import Feed
from django.http import Http404
from django.urls import reverse

from blog.models import BlogPage
from boulder_therapeutics.core.models import ClinicSettings

from ..characters import UNPRINTABLE
from ..models import Comment
from .text import to_html

ITEMS = 20


class CommentFeed(Feed):
    """The newest comments on all articles that anybody may read."""

    def get_object(self, request):
        """Return the name of the site."""
        return {"site": ClinicSettings.load(request).name, "article": None}

    def title(self, obj):
        """Name the clinic, or the article."""
        return f"Comments on: {obj['article'] or obj['site']}"

    def link(self, obj):
        """Lead to what the comments are about."""
        return obj["article"].full_url if obj["article"] else "/"

    def description(self, obj):
        """Say what is in it."""
        return f"What readers say about {obj['article'] or 'our articles'}"

    def items(self, obj):
        """The newest visible comments."""
        articles = BlogPage.objects.live().public()
        comments = Comment.objects.visible().filter(page__in=articles)
        if obj["article"]:
            comments = comments.filter(page=obj["article"])
        return comments.select_related("page").order_by("-created", "-pk")[:ITEMS]

    def item_title(self, item):
        """Say who wrote, and about what."""
        return UNPRINTABLE.sub("", f"{item.name} on {item.page.title}")

    def item_description(self, item):
        """The comment as the page shows it."""
        return to_html(item.text)

    def item_link(self, item):
        """The address that finds the comment on its page."""
        return reverse("comments:show_comment", args=[item.pk])

    def item_author_name(self, item):
        """The name that the comment was signed with."""
        return UNPRINTABLE.sub("", item.name)

    def item_pubdate(self, item):
        """When the comment was written."""
        return item.created


class ArticleCommentFeed(CommentFeed):
    """The newest comments on one article."""

    def get_object(self, request, page_id):
        """Find the article, or answer 404 for one that not everybody may read."""
        article = BlogPage.objects.live().public().filter(id=page_id).first()
        if article is None:
            raise Http404("There is no such article.")
        return {"site": None, "article": article}
