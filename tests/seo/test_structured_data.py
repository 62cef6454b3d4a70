import json
import re
from datetime import date, time

import pytest

from boulder_therapeutics.core.clinic.opening_hours import Opening, SpecialOpening
from boulder_therapeutics.core.models import ClinicSettings
from boulder_therapeutics.seo.structured_data.clinic import special_hours, weekly_hours
from services.models import ServicePrice
from tests.factories import (
    CategoryFactory,
    CommentFactory,
    ImageFactory,
    PersonFactory,
    StandardPageFactory,
    TherapistPageFactory,
)
from tests.vocabulary import MAY, find_mistakes

SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
OFFER = {"kind": "package", "title": "Five visits", "text": "For a year."}
OFFER |= {"dollars": 500, "unit": "for 5 visits", "link": ""}
QUESTION = ("question", {"question": "Does it hurt?", "answer": "<p>A <b>bit</b>.</p>"})


def read(client, path):
    """Return the nodes of the document of a page by type."""
    (script,) = SCRIPT.findall(client.get(path).content.decode())
    document = json.loads(script)
    assert document["@context"] == "https://schema.org"
    assert find_mistakes(document) == []
    return {node["@type"]: node for node in document["@graph"]}


@pytest.fixture
def clinic(db):
    clinic = ClinicSettings.load()
    clinic.street, clinic.postal_code = "100 Example Street", "80302"
    clinic.phone, clinic.email = "(303) 555-0142", "hello@example.org"
    clinic.latitude, clinic.longitude = 40.0176, -105.2797
    clinic.price_range = "$65 to $155"
    clinic.payment_accepted = "Cash, HSA cards"
    clinic.weekly_hours = [
        ("hours", {"day": "0", "opens": time(8), "closes": time(19)})
    ]
    clinic.special_days = [
        ("day", {"date": date(2999, 1, 1), "opens": None, "closes": None, "reason": ""})
    ]
    clinic.save()
    return clinic


@pytest.fixture
def site(clinic, article, service, contact_page, home):
    author = article.authors[0]
    author.slug, author.biography, author.license_title = "ana", "<p>Runs.</p>", "LMT"
    author.license_expires, author.license_number = date(2999, 1, 1), "EXAMPLE"
    author.license_state = "Colorado"
    author.languages = [("language", "en"), ("language", "es")]
    author.specialties = [("specialty", "Knees")]
    author.save()
    article.categories = [CategoryFactory(slug="education")]
    article.tags.add("running")
    reviewer = PersonFactory(is_therapist=True)
    article.reviewed_by, article.reviewed_on = reviewer, date(2026, 10, 2)
    article.cover = ImageFactory()
    article.save()
    service.prices = [ServicePrice(minutes=60, dollars=110, note="One knee")]
    service.questions = [QUESTION]
    service.offers = [("offer", OFFER)]
    service.save()
    about = StandardPageFactory(
        parent=home, title="About", slug="about", show_team=True
    )
    TherapistPageFactory(parent=about, slug="ana", person=author)
    return article


@pytest.mark.parametrize(
    ("path", "kinds"),
    [
        ("/", {"WebPage"}),
        ("/services/", {"CollectionPage"}),
        ("/services/knee-pain/", {"WebPage", "Service", "FAQPage"}),
        ("/blog/", {"CollectionPage"}),
        ("/blog/runners-knee/", {"WebPage", "BlogPosting"}),
        ("/blog/category/education/", {"CollectionPage"}),
        ("/blog/tag/running/", {"CollectionPage"}),
        ("/blog/author/ana/", {"ProfilePage", "Person"}),
        ("/about/", {"AboutPage"}),
        ("/about/ana/", {"ProfilePage", "Person"}),
        ("/contact/", {"ContactPage"}),
    ],
)
def test_page_has_the_nodes_of_its_type(client, site, path, kinds):
    breadcrumbs = {"BreadcrumbList"} if path != "/" else set()
    assert read(client, path).keys() == {
        "HealthAndBeautyBusiness",
        "WebSite",
        *breadcrumbs,
        *kinds,
    }


def test_phone_number_has_the_country_code(client, site):
    clinic = read(client, "/")["HealthAndBeautyBusiness"]
    assert clinic["telephone"] == "+13035550142"


def test_business_type_is_a_setting(client, site, clinic):
    clinic.business_type = "MedicalBusiness"
    clinic.save()
    assert "MedicalBusiness" in read(client, "/")


@pytest.mark.parametrize("kind", ClinicSettings.BusinessType.values)
def test_business_types_are_in_the_vocabulary(kind):
    assert kind in MAY


def test_article_names_its_authors_and_reviewer(client, site):
    nodes = read(client, "/blog/runners-knee/")
    author = nodes["BlogPosting"]["author"][0]
    assert author["url"] == "http://testserver/blog/author/ana/"
    assert nodes["WebPage"]["lastReviewed"] == "2026-10-02"
    assert nodes["WebPage"]["reviewedBy"]["name"] == site.reviewed_by.name


def test_service_names_its_reviewer(client, site, service):
    service.reviewed_by, service.reviewed_on = site.reviewed_by, date(2026, 10, 2)
    service.save()
    page = read(client, service.url)["WebPage"]
    assert page["lastReviewed"] == "2026-10-02"
    assert page["reviewedBy"]["name"] == site.reviewed_by.name


@pytest.mark.parametrize(
    ("is_therapist", "next_review_on"),
    [(True, date(2020, 1, 1)), (False, None)],
    ids=["overdue", "by-somebody-who-may-not-review"],
)
def test_review_that_does_not_count_is_not_described(
    client, site, is_therapist, next_review_on
):
    site.next_review_on = next_review_on
    site.save()
    site.reviewed_by.is_therapist = is_therapist
    site.reviewed_by.save()
    assert not {"lastReviewed", "reviewedBy"} & read(client, site.url)["WebPage"].keys()


def test_article_cites_its_references(client, site):
    source = {"text": "Lee, Sore Knees, 2020", "url": "https://example.org/knees"}
    site.references = [("reference", source), ("reference", source | {"url": ""})]
    site.save()
    cited = read(client, site.url)["BlogPosting"]["citation"]
    assert [work["name"] for work in cited] == [source["text"]] * 2
    assert [work.get("url") for work in cited] == [source["url"], None]


def test_article_contains_its_approved_comments(client, site):
    first = CommentFactory(page=site, name="Dana", text="Sore </script> & <b>tired")
    CommentFactory(page=site, parent=first, email="secret@example.org")
    CommentFactory(page=site, status="pending", text="Not yet to be seen")
    response = client.get(site.url).content.decode()
    article = read(client, site.url)["BlogPosting"]
    assert article["commentCount"] == len(article["comment"]) == 2
    assert article["comment"][0]["text"] == "Sore </script> & <b>tired"
    assert article["comment"][1]["parentItem"] == {"@id": article["comment"][0]["@id"]}
    assert "secret@example.org" not in response
    assert "Not yet to be seen" not in response


def test_document_contains_no_markup(client, site):
    CommentFactory(page=site, text="</script><script>alert(1)</script>&lt;!--")
    (script,) = SCRIPT.findall(client.get(site.url).content.decode())
    assert not re.search("[<>&]", script)


def test_service_has_its_prices_and_questions(client, site):
    nodes = read(client, "/services/knee-pain/")
    visit, package = nodes["Service"]["offers"]
    assert (visit["price"], visit["priceCurrency"]) == ("110.00", "USD")
    assert (package["name"], package["price"]) == ("Five visits", "500.00")
    assert package["description"] == "for 5 visits. For a year."
    (question,) = nodes["FAQPage"]["mainEntity"]
    assert question["acceptedAnswer"]["text"] == "A bit."


def test_price_list_describes_offers_and_payment(client, site, service_index):
    service_index.offers = [("offer", OFFER), ("offer", OFFER | {"dollars": None})]
    service_index.save()
    clinic = read(client, "/services/")["HealthAndBeautyBusiness"]
    assert [offer["price"] for offer in clinic["makesOffer"]] == ["500.00"]
    assert clinic["paymentAccepted"] == "Cash, HSA cards"


def test_author_is_the_main_entity_of_their_profile(client, site):
    nodes = read(client, "/blog/author/ana/")
    assert nodes["ProfilePage"]["mainEntity"] == {"@id": nodes["Person"]["@id"]}
    assert nodes["Person"]["description"] == "Runs."
    assert nodes["Person"]["knowsLanguage"] == ["en", "es"]
    credential = nodes["Person"]["hasCredential"]
    assert (credential["name"], credential["identifier"]) == ("LMT", "EXAMPLE")
    assert credential["recognizedBy"]["name"] == "Colorado"


def test_breadcrumbs_of_a_category_contain_the_blog(client, site):
    steps = read(client, "/blog/category/education/")["BreadcrumbList"]
    assert [step["item"] for step in steps["itemListElement"]] == [
        "http://testserver/",
        "http://testserver/blog/",
        "http://testserver/blog/category/education/",
    ]


def test_pages_outside_the_tree_have_no_structured_data(client, site):
    for path in ("/search/?q=knee", "/nowhere/"):
        assert SCRIPT.findall(client.get(path).content.decode()) == []


def test_days_with_the_same_hours_share_a_node():
    spans = [Opening(day, time(8), time(19)) for day in (0, 1)]
    hours = weekly_hours(
        [*spans, Opening(1, time(20), time(21)), Opening(6, None, None)]
    )
    assert [(h["dayOfWeek"], h["opens"], h["closes"]) for h in hours] == [
        (["Monday", "Tuesday"], "08:00", "19:00"),
        (["Tuesday"], "20:00", "21:00"),
    ]


def test_future_special_days_are_listed_with_their_hours():
    days = [
        SpecialOpening(date(2026, 11, 26), None, None),
        SpecialOpening(date(2026, 12, 24), time(8), time(12)),
        SpecialOpening(date(2026, 7, 4), None, None),
    ]
    hours = special_hours(days, today=date(2026, 11, 26))
    assert [(h["validFrom"], h["opens"], h["closes"]) for h in hours] == [
        ("2026-11-26", "00:00", "00:00"),
        ("2026-12-24", "08:00", "12:00"),
    ]
