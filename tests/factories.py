"""Factories of model instances."""

from datetime import timedelta

import factory
import wagtail_factories

from django.contrib.auth import get_user_model
from django.utils import timezone
from django.utils.timezone import localdate

from blog.comments.models import Comment
from blog.comments.states import refresh_threads
from blog.models import BlogIndexPage, BlogPage, BlogPageAuthor, Category
from boulder_therapeutics.core.models import (
    ContactPage,
    Person,
    StandardPage,
    TherapistPage,
)
from services.models import ServiceIndexPage, ServicePage


class UserFactory(factory.django.DjangoModelFactory):
    username = factory.Sequence("user{}".format)
    email = factory.LazyAttribute(lambda user: f"{user.username}@example.org")
    password = factory.django.Password("password")

    class Meta:
        model = get_user_model()


class PersonFactory(factory.django.DjangoModelFactory):
    """A person; a therapist has a license, unless `license_title` is empty."""

    name = factory.Sequence("Person {}".format)
    slug = factory.Sequence("person-{}".format)
    is_therapist = False
    license_title = factory.LazyAttribute(lambda p: "LMT" if p.is_therapist else "")
    license_state = "Colorado"
    license_expires = factory.LazyFunction(lambda: localdate() + timedelta(days=300))

    class Meta:
        model = Person


class CategoryFactory(factory.django.DjangoModelFactory):
    name = factory.Sequence("Category {}".format)
    slug = factory.Sequence("category-{}".format)

    class Meta:
        model = Category


class StandardPageFactory(wagtail_factories.PageFactory):
    title = factory.Sequence("Standard page {}".format)

    class Meta:
        model = StandardPage


class TherapistPageFactory(wagtail_factories.PageFactory):
    title = factory.Sequence("Therapist {}".format)
    person = factory.SubFactory(PersonFactory, is_therapist=True)

    class Meta:
        model = TherapistPage


class ContactPageFactory(wagtail_factories.PageFactory):
    title = "Contact"
    slug = "contact"

    class Meta:
        model = ContactPage


class ServiceIndexPageFactory(wagtail_factories.PageFactory):
    title = "Services"
    slug = "services"
    show_in_menus = True

    class Meta:
        model = ServiceIndexPage


class ServicePageFactory(wagtail_factories.PageFactory):
    title = factory.Sequence("Service {}".format)
    short = "One line."
    summary = "A lead paragraph."

    class Meta:
        model = ServicePage


class BlogIndexPageFactory(wagtail_factories.PageFactory):
    title = "Blog"
    slug = "blog"
    show_in_menus = True

    class Meta:
        model = BlogIndexPage


class BlogPageFactory(wagtail_factories.PageFactory):
    """An article; `authors` is a list of people, by default of one."""

    title = factory.Sequence("Article {}".format)
    introduction = "A lead paragraph."
    body = [("paragraph", "<p>Some words.</p>")]
    first_published_at = factory.LazyFunction(timezone.now)
    last_published_at = factory.LazyFunction(timezone.now)

    class Meta:
        model = BlogPage
        skip_postgeneration_save = True

    @factory.post_generation
    def authors(self, create, extracted, **kwargs):
        for person in extracted or [PersonFactory()]:
            BlogPageAuthor.objects.create(page=self, person=person)


class CommentFactory(factory.django.DjangoModelFactory):
    """A comment, approved by default, and visible if its parents are."""

    name = factory.Sequence("Reader {}".format)
    email = factory.Sequence("reader{}@example.org".format)
    text = factory.Sequence("Comment number {}.".format)
    status = Comment.Status.APPROVED
    submission_key = factory.Sequence("key-{}".format)

    class Meta:
        model = Comment
        skip_postgeneration_save = True

    @factory.post_generation
    def thread(self, create, extracted, **kwargs):
        ancestors = [self]
        while ancestors[-1].parent:
            ancestors.append(ancestors[-1].parent)
        refresh_threads([comment.pk for comment in ancestors])
        self.refresh_from_db()


class ImageFactory(wagtail_factories.ImageFactory):
    class Meta:
        model = "images.CustomImage"
