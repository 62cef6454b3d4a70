from datetime import time

import pytest

from django.core.exceptions import ValidationError

from boulder_therapeutics.core.blocks.clinic import SpanBlock
from boulder_therapeutics.core.models import ClinicSettings


@pytest.mark.parametrize(
    ("opens", "closes"),
    [(time(9), None), (None, time(17)), (time(17), time(9)), (time(9), time(9))],
)
def test_span_must_end_after_it_starts(opens, closes):
    with pytest.raises(ValidationError):
        SpanBlock().clean({"opens": opens, "closes": closes})


@pytest.mark.parametrize(("opens", "closes"), [(time(9), time(17)), (None, None)])
def test_complete_or_empty_span_is_accepted(opens, closes):
    span = SpanBlock().clean({"opens": opens, "closes": closes})
    assert (span["opens"], span["closes"]) == (opens, closes)


@pytest.mark.parametrize(
    ("phone", "link"),
    [("(303) 555-0142", "tel:+13035550142"), ("+44 20 7946 0000", "tel:+442079460000")],
)
def test_phone_link_includes_the_country_code(phone, link):
    assert ClinicSettings(phone=phone).phone_link == link


def test_administrator_enters_hours_and_special_days(client, admin_user):
    client.force_login(admin_user)
    response = client.get("/admin/settings/core/clinicsettings/", follow=True)
    assert response.status_code == 200
    assert b"Weekly hours" in response.content
    assert b"Special days" in response.content
