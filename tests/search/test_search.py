import json
from itertools import product

import pytest
from pytest_django.asserts import assertContains

from django.db import connection
from django.test.utils import CaptureQueriesContext

from boulder_therapeutics.search.templatetags.search_tags import mark_words, passage
from boulder_therapeutics.search.word_forms import forms_of, words_of
from tests.core.test_languages import translate
from tests.factories import (
    BlogPageFactory,
    ImageFactory,
    PersonFactory,
    StandardPageFactory,
    TherapistPageFactory,
)


def titles(response):
    return [page.title for page in response.context["results"]]


QUERIES = 13


@pytest.fixture
def site_of_all_kinds(blog_index, service, home):
    """A service, an article, a page and a person about knees; return the blog."""
    BlogPageFactory(parent=blog_index, title="A knee")
    StandardPageFactory(parent=home, title="Knee room", slug="room")
    PersonFactory(name="Knee Lee")
    return blog_index


@pytest.fixture
def search(client, db):
    return lambda q, **params: client.get("/search/", {"q": q, **params})


def test_services_come_before_articles_and_articles_before_pages(
    search, article, service, home
):
    StandardPageFactory(parent=home, title="Knee room", slug="room")
    article.body = [("paragraph", "<p>Knee knee knee pain.</p>")]
    article.save()
    assert titles(search("knee")) == ["Knee Pain", "Runner’s Knee", "Knee room"]


def test_service_is_found_among_more_articles_than_are_listed(
    search, service, blog_index, monkeypatch
):
    monkeypatch.setattr("boulder_therapeutics.search.find.MOST_RESULTS", 2)
    for title in "Old knee", "New knee", "Newest knee":
        BlogPageFactory(parent=blog_index, title=title)
    found = titles(search("knee"))
    assert found[0] == "Knee Pain"
    assert set(found[1:]) == {"New knee", "Newest knee"}


def test_article_with_the_word_in_its_title_comes_first(search, blog_index):
    BlogPageFactory(parent=blog_index, title="Shins", introduction="Or the heel.")
    BlogPageFactory(parent=blog_index, title="Heel pain")
    assert titles(search("heel")) == ["Heel pain", "Shins"]


def test_image_with_the_id_of_a_page_does_not_match_the_page(search, article):
    ImageFactory(pk=article.pk, title="Zebra")
    assert titles(search("zebra")) == []


def test_words_of_a_body_are_found(search, article):
    article.body = [("paragraph", "<p>Patellofemoral.</p>")]
    article.save()
    assert titles(search("patellofemoral")) == ["Runner’s Knee"]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("knees", "knee"),
        ("knee", "knees"),
        ("injury", "injuries"),
        ("injuries", "injury"),
        ("running", "run"),
        ("run", "running"),
        ("massages", "massage"),
        ("massage", "massaging"),
        ("stretches", "stretch"),
        ("aching", "aches"),
        ("HIP", "hips"),
        ("the heel of my foot", "heel foot"),
        ("runner's", "runner’s"),
    ],
)
def test_simple_forms_of_a_word_are_found(search, blog_index, typed, written):
    BlogPageFactory(
        parent=blog_index, title="Found", body=[("paragraph", f"<p>{written}</p>")]
    )
    assert titles(search(typed)) == ["Found"]


def test_beginning_of_a_title_is_found(search, service):
    assert titles(search("kne")) == ["Knee Pain"]


def test_page_must_contain_all_words(search, article, service):
    assert titles(search("knee elbow")) == []


@pytest.mark.parametrize("word", ["cancel", "no-show", "canceled"])
def test_questions_and_answers_of_the_services_are_found(search, service_index, word):
    question = {"question": "What if I cancel?", "answer": "<p>A no-show costs.</p>"}
    service_index.questions = [("question", question)]
    service_index.save()
    response = search(word)
    assert titles(response) == ["Services"]
    assertContains(response, '<p class="meta">Page</p>')


@pytest.mark.parametrize("word", ["parking", "elevator", "form"])
def test_directions_and_next_steps_are_found(search, contact_page, word):
    contact_page.directions = "<p>Parking is behind the house.</p>"
    contact_page.next_steps = [("line", "Take the elevator.")]
    contact_page.introduction = "Use the form."
    contact_page.save()
    assert titles(search(word)) == ["Contact"]


def test_notices_and_home_care_of_a_service_are_found(search, service):
    service.home_care = [("step", "Rest on a pillow.")]
    service.save()
    assert titles(search("pillow")) == ["Knee Pain"]


def test_people_are_found_by_name_first_and_by_description_last(search, article):
    PersonFactory(name="Ann Runner", slug="ann", role="Massage therapist")
    PersonFactory(name="Bo Lee", slug="bo", biography="<p>Treats <b>runners</b>.</p>")
    response = search("runner")
    assert titles(response) == ["Ann Runner", "Runner’s Knee", "Bo Lee"]
    assertContains(response, '<a href="/blog/author/ann/">Ann <mark>Runner</mark></a>')
    assertContains(response, "Treats <mark>runners</mark>.")
    assertContains(response, "3 results")
    assert titles(search("runner therapist")) == ["Ann Runner"]


def test_number_of_queries_depends_on_nothing(client, site_of_all_kinds, search):
    search("knee")
    with CaptureQueriesContext(connection) as few:
        assert len(titles(search("knee"))) == 4
    for number in range(3):
        PersonFactory(name=f"Knee {number}")
        BlogPageFactory(parent=site_of_all_kinds, title=f"Knee {number}")
    with CaptureQueriesContext(connection) as many:
        assert len(titles(search("knee"))) == 10
    assert len(few) == len(many) <= QUERIES


@pytest.mark.parametrize("url", ["/", "/blog/runners-knee/", "/contact/", "/search/"])
def test_every_page_links_to_the_search(client, article, contact_page, url):
    current = ' aria-current="page"' if url == "/search/" else ""
    link = f'<a href="/search/"{current}>Search</a>'
    assertContains(client.get(url), link, count=2, html=True)


def test_draft_is_not_found(search, blog_index):
    BlogPageFactory(parent=blog_index, title="Secret knee", live=False)
    assert titles(search("secret")) == []


@pytest.mark.parametrize(
    "q", ["", " ", "%", '"', "a\x00b", "' OR 1=1", "*", "x" * 5000, "NOT (", "a:b -c"]
)
def test_odd_queries_are_no_error(search, home, q):
    assert search(q).status_code == 200


def test_naughty_strings_are_no_error(search, home, shared_data):
    strings = json.loads((shared_data / "badinput" / "blns.json").read_text())
    assert [text for text in strings if search(text).status_code != 200] == []


def test_page_after_the_last_is_not_found(search, service):
    assert search("knee", page="2").status_code == 404


def test_query_is_escaped(search, home):
    assert b"<script>alert" not in search("<script>alert(1)</script>").content


def test_search_without_results_offers_the_services(search, service):
    html = search("zebra").content.decode()
    assert "0 results for “zebra”" in html
    assert f'<a href="{service.url}">Knee Pain</a>' in html


def test_result_shows_the_passage_with_the_word(search, article):
    words = "Many words before. " * 30
    article.body = [("paragraph", f"<p>{words}The kneecap <b>tracks</b> badly.</p>")]
    article.save()
    html = search("tracking").content.decode()
    assert "The kneecap <mark>tracks</mark> badly." in html


def test_stop_words_are_ignored():
    assert words_of("What is it with the Runner’s knee?") == ["runner", "knee"]


def test_double_s_is_not_a_plural():
    assert "pres" not in forms_of("press")


def test_matches_are_highlighted_and_the_rest_is_escaped():
    marked = mark_words("A <b>Knee</b> & kneeling knees", "knee")
    assert marked == (
        "A &lt;b&gt;<mark>Knee</mark>&lt;/b&gt; &amp; kneeling <mark>knees</mark>"
    )


def test_highlighting_accepts_any_query():
    assert mark_words("a.b (c", ".* ( [") == "a.b (c"


def test_passage_starts_with_an_ellipsis_and_a_whole_word():
    text = "word " * 100 + "knee" + " word" * 100
    assert passage(text, text.index("knee")).startswith("… word word")


@pytest.mark.skipif(connection.vendor != "postgresql", reason="an index of PostgreSQL")
@pytest.mark.django_db
def test_search_uses_the_postgresql_index():
    with connection.cursor() as cursor:
        cursor.execute("SET enable_seqscan = off")
        # The condition that Wagtail's search uses.
        cursor.execute(
            "EXPLAIN SELECT id FROM wagtailsearch_indexentry "
            "WHERE (title || body) @@ to_tsquery('knee')"
        )
        plan = " ".join(line for (line,) in cursor.fetchall())
    assert "search_title_body" in plan


def test_people_are_found_by_specialties_and_languages_in_the_language_of_the_page(
    client, home
):
    translate(home, title="Inicio", headline="Hola")
    PersonFactory(
        name="Rosa",
        biography="<p>Runs on trails.</p>",
        biography_es="<p>Corre por senderos.</p>",
        specialties=[("specialty", "Whiplash")],
        specialties_es=[("specialty", "Latigazo")],
        languages=[("language", "es")],
    )
    found = {
        (prefix, word): "Rosa" in client.get(f"{prefix}/search/?q={word}").text
        for prefix, word in product(
            ["", "/es"], ["trails", "whiplash", "spanish", "senderos", "latigazo"]
        )
    }
    assert [pair for pair, is_found in found.items() if is_found] == [
        ("", "trails"),
        ("", "whiplash"),
        ("", "spanish"),
        ("/es", "senderos"),
        ("/es", "latigazo"),
    ]


def test_page_about_a_person_is_found_by_what_the_person_treats_now(home, search):
    person = PersonFactory(specialties=[("specialty", "Tendons")])
    TherapistPageFactory(parent=home, person=person, title="Ann")
    person.specialties = [("specialty", "Whiplash")]
    person.save()
    assert "Ann" in titles(search("whiplash"))
    assert "Ann" not in titles(search("tendons"))
