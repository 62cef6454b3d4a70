import re

import pytest

from django.core.management import call_command

from wagtail.models import Locale, Page, Revision

from blog.comments.models import Comment
from blog.models import BlogPage
from boulder_therapeutics.core.clinic.licenses import claims_license
from boulder_therapeutics.core.models import (
    ClinicSettings,
    Person,
    StandardPage,
    TherapistPage,
)
from boulder_therapeutics.demo.content.articles import ARTICLES
from boulder_therapeutics.demo.content.services import SERVICES
from boulder_therapeutics.demo.loader import accounts
from boulder_therapeutics.demo.loader.pictures import MASTERS
from boulder_therapeutics.images.models import CustomImage
from boulder_therapeutics.seo.markdown import views
from boulder_therapeutics.seo.markdown.convert import read_main
from services.models import ServicePage

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def loaded(module_db, tmp_path_factory):
    """The folder of the password file, after the content has been loaded."""
    folder = tmp_path_factory.mktemp("demo")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(accounts, "PASSWORD_FILE", folder / "demo-password")
        patch.delenv("DEMO_PASSWORD", raising=False)
        call_command("load_demo")
        yield folder


@pytest.fixture
def demo(loaded, db):
    """The demo content, which a test may change."""
    return loaded


def words(text):
    return [word for word in re.split(r"[\W_]+", text) if word]


def missing_words(html, markdown):
    """Return the words of the main part of `html` that are not in `markdown`."""
    shown = words(re.sub(r"\\([^\w\s])", r"\1", markdown))
    left = {word: shown.count(word) for word in set(shown)}
    missing = []
    for word in words(read_main(html).get_text(" ")):
        left[word] = left.get(word, 0) - 1
        if left[word] < 0:
            missing.append(word)
    return missing


def snapshot():
    models = [Page, Revision, Comment, CustomImage, ClinicSettings]
    return {model: list(model.objects.order_by("pk").values()) for model in models}


def test_all_pages_are_created(client, demo):
    for url in [
        "/",
        "/services/",
        "/services/knee-pain/",
        "/blog/",
        "/blog/runners-knee/",
        "/blog/category/education/",
        "/blog/tag/running/",
        "/blog/author/bt-admin/",
        "/blog/feed/",
        "/about/",
        "/about/lead-therapist/",
        "/contact/",
        "/privacy/",
        "/privacy/consumer-health-data/",
        "/sitemap.xml",
    ]:
        assert client.get(url).status_code == 200, url
    english = Locale.get_default()
    assert ServicePage.objects.live().filter(locale=english).count() == len(SERVICES)
    assert BlogPage.objects.filter(locale=english).count() == len(ARTICLES)


def test_spanish_pages_are_created(client, demo):
    for url in [
        "/es/",
        "/es/servicios/",
        "/es/servicios/dolor-de-rodilla/",
        "/es/blog/",
        "/es/blog/rodilla-de-corredor/",
        "/es/contacto/",
        "/es/privacidad/",
    ]:
        assert client.get(url).status_code == 200, url
    article = BlogPage.objects.get(slug="rodilla-de-corredor")
    assert article.date == BlogPage.objects.get(slug="runners-knee").date


def test_page_tree_is_consistent(demo):
    assert not any(Page.find_problems())


def test_one_article_is_scheduled_and_one_a_draft(demo):
    assert BlogPage.objects.filter(live=False).count() == 2
    scheduled = Revision.objects.filter(approved_go_live_at__isnull=False)
    assert scheduled.count() == 1


def test_comments_have_every_status_and_form_threads(demo):
    assert set(Comment.objects.values_list("status", flat=True)) == set(Comment.Status)
    assert Comment.objects.filter(parent__parent__isnull=False).exists()


def test_article_has_all_its_content(client, demo):
    article = BlogPage.objects.get(slug="runners-knee")
    assert article.title == "Running Injuries: Runner’s Knee"
    assert [person.name for person in article.authors] == ["bt-admin"]
    names = sorted(category.name for category in article.categories.all())
    assert names == ["Blog", "Education"]
    assert [heading["text"] for heading in article.headings] == [
        "Symptoms and Causes of Runner’s Knee Pain",
        "Conservative Treatments for Runner’s Knee",
        "Sports Massage Therapy Treatments",
    ]
    figures = [block.value for block in article.body if block.block_type == "figure"]
    assert len(figures) == 2
    assert all(figure["caption"] for figure in figures)
    assert all(figure["image"].contextual_alt_text for figure in figures)
    knee_pain = ServicePage.objects.get(slug="knee-pain")
    last = article.body[-1].value.source
    assert f'<a linktype="page" id="{knee_pain.pk}">' in last


def test_license_numbers_are_examples_and_licenses_valid(demo):
    therapists = Person.objects.therapists()
    assert all(person.license_number.startswith("EXAMPLE") for person in therapists)
    assert all(person.is_licensed for person in therapists)


def test_people_and_pages_claim_nothing_in_free_text(demo):
    people, pages = Person.objects.all(), TherapistPage.objects.all()
    texts = [f"{p.role} {p.biography} {p.role_es} {p.biography_es}" for p in people]
    texts += [f"{page.title} {page.introduction} {page.body}" for page in pages]
    assert len(texts) >= 4
    assert [text for text in texts if claims_license(text)] == []


def test_no_testimonial_is_invented(demo):
    for model in (ServicePage, StandardPage):
        for page in model.objects.all():
            assert '"testimonial"' not in str(page.get_latest_revision().content)


def test_loading_again_changes_nothing(demo):
    before = snapshot()
    call_command("load_demo")
    assert snapshot() == before


def test_edited_page_is_not_changed(demo):
    article = BlogPage.objects.get(slug="runners-knee")
    article.title = "Edited"
    article.save_revision().publish()
    call_command("load_demo")
    assert BlogPage.objects.get(slug="runners-knee").title == "Edited"


def test_edited_clinic_is_not_changed(demo):
    ClinicSettings.objects.update(phone="(303) 555-0199")
    call_command("load_demo")
    assert ClinicSettings.load().phone == "(303) 555-0199"


def test_random_password_is_saved_and_works(client, demo):
    password = (demo / "demo-password").read_text().strip()
    assert len(password) >= 12
    assert (demo / "demo-password").stat().st_mode & 0o077 == 0
    for name in ["admin", "editor", "moderator"]:
        assert client.login(username=name, password=password)


def test_every_drawing_in_the_content_exists():
    named = {service["drawing"] for service in SERVICES}
    named |= {article["cover"] for article in ARTICLES}
    named |= {
        value["image"]
        for article in ARTICLES
        for kind, value in article["body"]
        if kind in {"figure", "exercise"} and "image" in value
    }
    assert named <= {path.stem for path in MASTERS.glob("*.png")}


def test_no_word_of_a_page_is_missing_in_its_markdown(client, demo, monkeypatch):
    # To render each page only once.
    pages = []
    convert = views.to_markdown
    monkeypatch.setattr(
        views, "to_markdown", lambda html, url: pages.append(html) or convert(html, url)
    )
    urls = [page.get_url() for page in Page.objects.live().filter(depth__gt=1)]
    for url in urls:
        markdown = client.get(f"{url}index.md").text
        assert missing_words(pages[-1], markdown) == [], url
    assert len(pages) == len(urls) > 30
