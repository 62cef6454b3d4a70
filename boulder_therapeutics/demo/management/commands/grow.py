from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import transaction

from blog.models import BlogPage
from boulder_therapeutics.pagecache import invalidate_all

from ...loader.growth import grow_articles, grow_comments


class Command(BaseCommand):
    help = "Multiply the demo content, to see whether the site stays as fast."

    def add_arguments(self, parser):
        parser.add_argument("--articles", type=int, default=0, help="how many in all")
        parser.add_argument("--comments", type=int, default=0, help="how many in all")
        parser.add_argument("--on", default="runners-knee", help="slug of the article")

    def handle(self, articles, comments, on, **options):
        with transaction.atomic():
            grow_articles(articles)
            grow_comments(BlogPage.objects.get(slug=on), comments)
        if articles:
            call_command("update_index", verbosity=0)
        invalidate_all()
