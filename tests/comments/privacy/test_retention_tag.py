import pytest

from blog.comments.models import CommentSettings
from blog.comments.templatetags.retention import fill_periods
from tests.factories import StandardPageFactory


def test_privacy_page_shows_the_periods_from_the_settings(client, home):
    settings = CommentSettings.load()
    settings.personal_data_days, settings.rejected_days = 45, 20
    settings.save()
    text = "<p>Blanked after {ip_days} days, deleted after {spam_days} days.</p>"
    page = StandardPageFactory(parent=home, body=[("paragraph", text)])
    content = client.get(page.url).content.decode()
    assert "Blanked after 45 days, deleted after 20 days." in content


@pytest.mark.django_db
def test_other_placeholders_are_not_changed():
    assert fill_periods("<p>{name}</p>") == "<p>{name}</p>"
