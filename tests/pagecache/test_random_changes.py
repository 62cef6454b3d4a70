"""After random changes, every cached page equals one rendered without a cache."""

import random
import re

import pytest

from django.test import Client
from django.utils import timezone

from taggit.models import Tag
from wagtail.models import Page, PageViewRestriction

from blog.comments import states
from blog.comments.models import Comment
from blog.models import BlogPage, BlogPageAuthor, Category
from boulder_therapeutics.core.models import ClinicSettings, Person, StandardPage
from boulder_therapeutics.images.models import CustomImage
from services.models import ServicePage
from tests.factories import (
    BlogPageFactory,
    CommentFactory,
    ImageFactory,
    PersonFactory,
    ServicePageFactory,
    StandardPageFactory,
)

STEPS = 7
FIXED = ["/", "/blog/", "/blog/feed/", "/services/", "/contact/", "/sitemap.xml"]
# The only differences between two renderings of the same page.
OWN = re.compile(r'name="(?:key|stamp)" value="[^"]*"|data-statuses="[^"]*"|<lastB.*')


class Staff:
    """Staff who change content at random, reproducibly by `seed`."""

    def __init__(self, seed):
        self.random, self.words = random.Random(seed), 0
        self.kinds = sorted(name for name in dir(self) if name.startswith("change_"))
        self.random.shuffle(self.kinds)

    def word(self):
        """Return a word that no page has yet."""
        self.words += 1
        return f"word{self.words}"

    def any(self, rows):
        """Return one of the rows."""
        return self.random.choice(list(rows.order_by("pk")))

    def some(self, rows):
        """Return up to three of the rows."""
        rows = list(rows.order_by("pk"))
        return self.random.sample(rows, self.random.randint(1, min(3, len(rows))))

    def blocks(self):
        """Return a body that refers to a page, a service, a picture and the clinic."""
        link = f'<p><a linktype="page" id="{self.any(public_pages()).pk}">There</a></p>'
        service = self.any(ServicePage.objects)
        return [
            ("paragraph", f"<p>{self.word()}</p>{link}"),
            ("figure", {"image": self.any(CustomImage.objects), "caption": "Seen."}),
            ("exercise", {"title": self.word(), "steps": ["Up."]}),
            ("booking", {"title": "Book", "text": "", "service": service}),
        ]

    def change(self):
        """Change something of another kind than before, and return what."""
        kind = self.kinds.pop()
        getattr(self, kind)()
        return kind

    def change_words(self):
        article = self.any(BlogPage.objects)
        name = self.random.choice(["title", "slug", "introduction", "seo_title"])
        setattr(article, name, self.word())
        article.save_revision().publish()

    def change_body(self):
        article = self.any(BlogPage.objects)
        if len(article.body) > 1 and self.random.random() < 0.5:
            article.body[0] = ("paragraph", f"<p>{self.word()}</p>")
        else:
            article.body = self.blocks()
        article.save_revision().publish()

    def change_subjects(self):
        article = self.any(BlogPage.objects)
        article.categories = self.some(Category.objects)
        article.services = self.some(ServicePage.objects)
        article.tags.set(tag.name for tag in self.some(Tag.objects))
        article.article_authors = [
            BlogPageAuthor(person=person) for person in self.some(Person.objects)
        ]
        article.save_revision().publish()

    def change_place(self):
        article = self.any(BlogPage.objects)
        hours = self.random.randint(1, 240)
        article.date = timezone.now() - timezone.timedelta(hours=hours)
        article.cover = self.random.choice([None, self.any(CustomImage.objects)])
        article.save_revision().publish()

    def change_published(self):
        page = self.any(BlogPage.objects)
        if page.live:
            page.unpublish()
        else:
            page.save_revision().publish()

    def change_number(self):
        parent = Page.objects.get(slug="blog")
        if self.random.random() < 0.5:
            BlogPageFactory(parent=parent, title=self.word(), slug=self.word())
        else:
            self.any(BlogPage.objects).delete()

    def change_service(self):
        service = self.any(ServicePage.objects)
        if self.random.random() < 0.3:
            service.unpublish()
        else:
            setattr(service, self.random.choice(["title", "slug"]), self.word())
            service.save_revision().publish()

    def change_standard_page(self):
        page = self.any(StandardPage.objects)
        if self.random.random() < 0.3:
            other = self.any(StandardPage.objects.exclude(path__startswith=page.path))
            page.move(other, self.random.choice(["left", "last-child"]))
        else:
            page.show_in_menus, page.title = not page.show_in_menus, self.word()
            page.body = self.blocks()
            page.save_revision().publish()

    def change_restriction(self):
        restrictions = PageViewRestriction.objects
        if restrictions.exists():
            self.any(restrictions).delete()
        else:
            restrictions.create(page=self.any(public_pages()), restriction_type="login")

    def change_row(self):
        row = self.any(self.random.choice([Category, Person, Tag]).objects)
        setattr(row, self.random.choice(["name", "slug"]), self.word())
        row.save()

    def change_portrait(self):
        person = self.any(Person.objects)
        person.picture = self.random.choice([None, self.any(CustomImage.objects)])
        person.is_therapist = not person.is_therapist
        person.save()

    def change_picture(self):
        image = self.any(CustomImage.objects)
        image.description = image.title = self.word()
        image.save()

    def change_clinic(self):
        clinic = ClinicSettings.load()
        setattr(clinic, self.random.choice(["name", "phone", "street"]), self.word())
        clinic.save()

    def change_comments(self):
        comment = self.any(Comment.objects)
        CommentFactory(page=comment.page, parent=comment, status="pending")
        ids = [comment.pk for comment in self.some(Comment.objects)]
        states.set_status(ids, self.random.choice(["approved", "spam", "pending"]))


def public_pages():
    """Return the pages below the home page."""
    return Page.objects.live().filter(depth__gt=2)


@pytest.fixture
def staff(request, site, home, commit):
    """Staff of a site whose articles refer to something of every kind."""
    staff = Staff(request.param)
    with commit():
        ImageFactory(), ImageFactory(), PersonFactory()
        ServicePageFactory(parent=Page.objects.get(slug="services"), slug="sore-foot")
        StandardPageFactory(parent=home, slug="privacy")
        for article in BlogPage.objects.all():
            article.body = staff.blocks()
            article.tags.add("running", staff.random.choice(["hiking", "climbing"]))
            article.save()
            CommentFactory(page=article)
    return staff


def urls():
    """Return the URLs of all pages and lists."""
    pages = {page.url for page in Page.objects.filter(depth__gt=1)}
    lists = [
        f"/blog/{kind}/{row.slug}/"
        for kind, model in [("category", Category), ("tag", Tag), ("author", Person)]
        for row in model.objects.all()
    ]
    return sorted({*FIXED, *pages, *lists})


def response_to(client, url):
    """Return status, location and comparable body of a response."""
    response = client.get(url)
    location = response.headers.get("Location", "")
    return response.status_code, location, OWN.sub("", response.content.decode())


# Seeds that together make every kind of change.
@pytest.mark.parametrize("staff", [73, 104], indirect=True)
def test_random_changes_are_seen(visitor, staff, commit, settings):
    folder, known = settings.PAGE_CACHE, set()
    done, fresh = [], Client()
    for _ in range(STEPS):
        current = set(urls())
        for url in current - visitor.cached(current):
            visitor.get(url)
        # URLs of pages that moved or ended are not forgotten, as they may be cached.
        known |= current
        with commit():
            done.append(staff.change())
        # The other pages would be rendered now, so there is nothing to compare.
        hits = visitor.cached(known)
        cached = {url: response_to(visitor.client, url) for url in hits}
        settings.PAGE_CACHE = None
        for url in sorted(cached):
            assert cached[url] == response_to(fresh, url), (url, done)
        settings.PAGE_CACHE = folder
