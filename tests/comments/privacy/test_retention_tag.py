import pytest

from blog.comments.models import CommentSettings
from blog.comments.templatetags.retention import fill_periods
from tests.factories import StandardPageFactory


def test_privacy_page_promises_what_the_settings_say(client, home):
    settings = CommentSettings.load()
    settings.personal_data_days, settings.rejected_days = 45, 20
    settings.save()
    text = "<p>Blanked after {ip_days} days, deleted after {spam_days} days.</p>"
    page = StandardPageFactory(parent=home, body=[("paragraph", text)])
    content = client.get(page.url).content.decode()
    assert "Blanked after 45 days, deleted after 20 days." in content


@pytest.mark.django_db
def test_other_braces_stay():
    assert fill_periods("<p>{name}</p>") == "<p>{name}</p>"
