"""Feeds of reader comments: all of them, and those on one article."""

from django.contrib.syndication.views import Feed
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext

from blog.models import BlogPage
from boulder_therapeutics.core.languages import in_language, language_tag
from boulder_therapeutics.core.models import ClinicSettings
from boulder_therapeutics.core.submission.characters import UNPRINTABLE

from ..models import Comment
from .text import to_html

ITEMS = 20


class CommentFeed(Feed):
    """The newest comments on all public articles in the active language."""

    @property
    def language(self):
        """The language with its region."""
        return language_tag().lower()

    def get_object(self, request):
        return {"site": ClinicSettings.load(request).name, "article": None}

    def title(self, obj):
        title = gettext("Comments on: %(title)s")
        return title % {"title": obj["article"] or obj["site"]}

    def link(self, obj):
        home = reverse("wagtail_serve", args=[""])
        return obj["article"].full_url if obj["article"] else home

    def description(self, obj):
        if obj["article"]:
            return gettext("Reader comments on %(title)s") % {"title": obj["article"]}
        return gettext("Reader comments on our articles")

    def items(self, obj):
        articles = in_language(BlogPage.objects.live().public())
        comments = Comment.objects.visible().filter(page__in=articles)
        if obj["article"]:
            comments = comments.filter(page=obj["article"])
        return comments.select_related("page").order_by("-created", "-pk")[:ITEMS]

    def item_title(self, item):
        names = {"name": item.name, "title": item.page.title}
        return UNPRINTABLE.sub("", gettext("%(name)s on %(title)s") % names)

    def item_description(self, item):
        return to_html(item.text)

    def item_link(self, item):
        return reverse("comments:show_comment", args=[item.pk])

    def item_author_name(self, item):
        return UNPRINTABLE.sub("", item.name)

    def item_pubdate(self, item):
        return item.created


class ArticleCommentFeed(CommentFeed):
    """The newest comments on one article."""

    def get_object(self, request, page_id):
        """Return the article, or raise Http404 if it is not public."""
        article = BlogPage.objects.live().public().filter(id=page_id).first()
        if article is None:
            raise Http404("There is no such article.")
        return {"site": None, "article": article}
