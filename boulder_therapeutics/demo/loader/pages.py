"""Create pages: first without content, so that links can refer to any of them."""

from wagtail.models import Site

from blog.models import BlogIndexPage
from boulder_therapeutics.core.models import (
    ContactPage,
    HomePage,
    Person,
    StandardPage,
    TherapistPage,
)
from services.models import ServiceIndexPage, ServicePage, ServicePrice

from ..content.pages import (
    ABOUT,
    ACCESSIBILITY,
    BLOG_INDEX,
    CONTACT,
    HEALTH_DATA,
    HOME,
    PRIVACY,
    SERVICES_INDEX,
)
from ..content.people import PEOPLE
from ..content.services import SERVICES
from .bodies import (
    link_pages,
    make_body,
    make_figure,
    make_lines,
    make_offers,
    make_questions,
    make_steps,
)

HEALTH_DATA_SLUG = "consumer-health-data"


def create_missing(parent, model, content, **fields):
    """Return the child of `parent` with a slug, and whether it is to be filled in.

    It is if it had to be created, or is one of the empty sections of a new site.
    `content` contains the title and the search description.
    """
    slug = fields["slug"]
    fields |= {name: content[name] for name in ("title", "search_description")}
    page = parent.get_children().filter(slug=slug).first()
    if page is None:
        return parent.add_child(instance=model(live=False, **fields)), True
    page = page.specific
    if page.latest_revision or type(page) is not model:
        return page, False
    for name, value in fields.items():
        setattr(page, name, value)
    page.save()
    return page, True


def publish(page):
    """Publish the current content of `page`."""
    page.save_revision().publish()


def load_home():
    """Fill in the home page of the migrations, unless it has been edited."""
    home = Site.objects.get(is_default_site=True).root_page.specific
    if isinstance(home, HomePage) and not home.latest_revision:
        fill_home(home, HOME)
        home.search_description = HOME["search_description"]
        publish(home)
    return home


def fill_home(page, content):
    """Fill in the home page."""
    page.headline = content["headline"]
    page.introduction = content["lead"]
    page.visit_steps = make_steps(content["visit_steps"])


def create_pages(home, owner):
    """Create the missing pages without content; return {slug: (page, content)}."""
    new = {}

    def create(parent, model, content, slug, in_menu=False, **fields):
        page, created = create_missing(
            parent,
            model,
            content,
            slug=slug,
            show_in_menus=in_menu,
            owner=owner,
            **fields,
        )
        if created:
            new[slug] = page, content
        return page

    services = create(home, ServiceIndexPage, SERVICES_INDEX, "services", in_menu=True)
    for content in SERVICES:
        create(services, ServicePage, content, content["slug"])
    create(home, BlogIndexPage, BLOG_INDEX, "blog", in_menu=True)
    about = create(home, StandardPage, ABOUT, "about", in_menu=True)
    for content in PEOPLE:
        if "introduction" in content:
            person = Person.objects.get(slug=content["slug"])
            page = content | {"title": content["name"]}
            create(about, TherapistPage, page, content["slug"], person=person)
    create(home, ContactPage, CONTACT | {"title": "Contact"}, "contact", in_menu=True)
    privacy = create(home, StandardPage, PRIVACY, "privacy")
    create(privacy, StandardPage, HEALTH_DATA, HEALTH_DATA_SLUG)
    create(home, StandardPage, ACCESSIBILITY, "accessibility")
    return new


def fill_pages(new):
    """Add the content of the new pages and publish them."""
    for created, content in new.values():
        # Read again, as creating its children has changed its row.
        page = type(created).objects.get(pk=created.pk)
        FILL[type(page)](page, content)
        if isinstance(page, ServicePage):
            fill_practice(page, content)
        if "reviewed_by" in content:
            fill_review(page, content)
        publish(page)


def fill_index(page, content):
    """Fill in an index page."""
    page.introduction = content["introduction"]
    if "questions" in content:
        page.questions = make_questions(content["questions"])
    if "offers" in content:
        page.offers = make_offers(content["offers"])


def fill_standard(page, content):
    """Fill in a standard page; the one with the clinic's values shows the team."""
    page.introduction = content["introduction"]
    page.show_team = "values" in content
    page.body = make_body([*content["body"], *make_values(content.get("values", []))])


def make_values(values):
    """Return the blocks of a section with the clinic's values."""
    if not values:
        return []
    heading = {"text": "What we stand for", "level": "h2", "anchor": "values"}
    lines = "".join(f"<li><b>{title}.</b> {text}</li>" for title, text in values)
    return [("heading", heading), ("paragraph", f"<ul>{lines}</ul>")]


def fill_therapist(page, content):
    """Fill in the page about a therapist."""
    page.introduction = content["introduction"]


def fill_contact(page, content):
    """Fill in the contact page."""
    page.introduction = content["introduction"]
    page.directions = f"<p>{content['directions']}</p>"
    page.next_steps = make_lines("line", content["next_steps"])


def fill_service(page, content):
    """Fill in a service."""
    page.offers = make_offers(content.get("offers", []))
    page.body_area = content["body_area"]
    page.short = content["short"]
    page.summary = content["summary"]
    page.booking_code = content["booking_code"]
    figure = make_figure(
        content["drawing"], content["drawing_alt"], content["drawing_caption"]
    )
    page.picture = [{"type": "figure", "value": figure}]
    page.signs = make_lines("sign", content["signs"])
    page.treatment = link_pages(content["treatment"])
    page.expectations = link_pages(content["expectations"])
    page.prices = [
        ServicePrice(minutes=minutes, dollars=dollars, note=note)
        for minutes, dollars, note in content["prices"]
    ]
    notices = {"soon": content["doctor_signs"], "now": content.get("doctor_now")}
    page.doctor_notices = [
        {"type": "notice", "value": {"kind": kind, "items": items}}
        for kind, items in notices.items()
        if items
    ]
    page.home_care = make_lines("step", content["home_care"])
    page.exercises = make_body(
        ("exercise", exercise) for exercise in content.get("exercises", [])
    )
    page.questions = make_questions(content["questions"])


def fill_practice(page, content):
    """Fill in who treats what a service is about."""
    slugs = [p["slug"] for p in PEOPLE if content["slug"] in p.get("services", [])]
    page.therapists = Person.objects.filter(slug__in=slugs)


def fill_review(page, content):
    """Fill in who checked the facts on a page, and when."""
    page.reviewed_by = Person.objects.filter(slug=content["reviewed_by"]).first()
    page.reviewed_on = content["reviewed_on"]
    page.next_review_on = content["next_review_on"]


FILL = {
    BlogIndexPage: fill_index,
    ContactPage: fill_contact,
    HomePage: fill_home,
    ServiceIndexPage: fill_index,
    ServicePage: fill_service,
    StandardPage: fill_standard,
    TherapistPage: fill_therapist,
}
