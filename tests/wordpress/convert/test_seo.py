"""Titles and descriptions for search engines, with the variables of plugins."""

import pytest

from blog.models import BlogPage
from blog.wordpress.convert.seo import seo_description, seo_title
from blog.wordpress.read.parser import read_items
from tests.wordpress.conftest import item, run

YOAST, RANK_MATH, AIOSEO = "_yoast_wpseo_title", "rank_math_title", "_aioseo_title"
OWN = ""  # the title of the page, which stands alone


def title_of(write, key, template, losses=()):
    (found,) = read_items(write(item(1, title="Knee Pain", meta=[(key, template)])))
    return seo_title(found, "Knee Pain", "Old &amp; Co", list(losses))


@pytest.mark.parametrize(
    ("key", "template", "title"),
    [
        (YOAST, "%%title%% %%page%% %%sep%% %%sitename%%", OWN),
        (YOAST, "%%title%%", OWN),
        (
            YOAST,
            "Sore %%title%% %%sep%% %%primary_category%% %%sep%% %%sitename%%",
            "Sore Knee Pain",
        ),
        (YOAST, "%%title%% %%sep%% Boulder", "Knee Pain – Boulder"),
        (YOAST, "%%cf_My Field-2%% %%title%% in %%currentyear%%", "Knee Pain in"),
        ("_seopress_titles_title", "%%post_title%% %%sep%% %%sitetitle%%", OWN),
        (RANK_MATH, "%title% %sep% %sitename%", OWN),
        (RANK_MATH, "%title% in Boulder", "Knee Pain in Boulder"),
        (RANK_MATH, "%title% %term% %date(F jS, Y)% %sep% %sitename%", OWN),
        (RANK_MATH, "%customfield(a b)% Relief", "Relief"),
        (AIOSEO, "#post_title #separator_sa #site_title", OWN),
        (AIOSEO, "#post_title #separator_sa #tagline", OWN),
        (AIOSEO, "#custom_field-abc Relief #categories", "Relief"),
        (AIOSEO, "The #1 for #RunnersKnee", "The #1 for #RunnersKnee"),
        (YOAST, "Knee Relief – Old &amp; Co", "Knee Relief"),
        (YOAST, "Knee Relief | old & co | Old & Co", "Knee Relief"),
        (YOAST, "Old & Co: Knee Relief", "Knee Relief"),
        (YOAST, "Old & Co", OWN),
        (YOAST, "Massage at %%sitename%% in Boulder", "Massage at Old & Co in Boulder"),
        (YOAST, "Save 20% today, 5%off", "Save 20% today, 5%off"),
        (RANK_MATH, "5%-10% off, 50%to60%", "5%-10% off, 50%to60%"),
        (RANK_MATH, "100% %title% 100%", "100% Knee Pain 100%"),
        ("_genesis_title", "Knee &amp; Hip", "Knee & Hip"),
    ],
)
def test_variables_in_titles_are_expanded_or_left_out(write, key, template, title):
    assert title_of(write, key, template) == title


@pytest.mark.parametrize(
    ("template", "variables"),
    [
        ("%%title%% %%page%% %%sep%% %%sitename%%", []),
        ("%%title%% %%primary_category%%", ["%%primary_category%%"]),
        ("%term% #tagline", ["%term%", "#tagline"]),
        ("5% off", []),
    ],
)
def test_variables_that_were_left_out_are_reported(write, template, variables):
    (found,) = read_items(write(item(1, meta=[(YOAST, template)])))
    losses = []
    seo_title(found, "Knee Pain", "Old", losses)
    texts = [f"{name} was left out of its title" for name in variables]
    assert losses == [("search engines", text, "") for text in texts]


@pytest.mark.parametrize(
    ("template", "description"),
    [
        ("%%excerpt%%", ""),
        ("%excerpt% %sep% %sitename%", "Old"),
        ("Save 20% on %%title%% at %%sitename%%", "Save 20% on Knee Pain at Old"),
        ("About &amp; more #post_excerpt", "About & more"),
    ],
)
def test_variables_in_descriptions_are_expanded_or_left_out(
    write, template, description
):
    (found,) = read_items(write(item(1, meta=[("_yoast_wpseo_metadesc", template)])))
    assert seo_description(found, "Knee Pain", "Old", []) == description


@pytest.mark.usefixtures("blog_index")
def test_title_of_an_imported_article_has_no_variable_and_one_name(write, client):
    templates = [(YOAST, "%%title%% %%primary_category%% %%sep%% %%sitename%%")]
    job = run(write(item(1, title="Knee Pain", meta=templates)))
    html = client.get(BlogPage.objects.get().url).content.decode()
    assert "<title>Knee Pain | Boulder Therapeutics</title>" in html
    note = "%%primary_category%% was left out of its title"
    assert note in [note["text"] for note in job.tally.notes]
