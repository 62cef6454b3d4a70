import pytest

from blog.comments.privacy.confidentiality import find_confirmations


@pytest.mark.parametrize(
    "text",
    [
        "At your last visit we found the cause.",
        "Rest after your session.",
        "Please bring shoes to your next appointment!",
        "YOUR APPOINTMENT is confirmed",
        "I hope your\n treatment   helped",
        "It was good to see you.",
        "Thanks for coming in.",
        "As we discussed, less mileage.",
        "Last time you were here it was better.",
        "See you on Tuesday.",
        "As your therapist I would rest.",
        "You’re our client, so call us.",
        "When you came in, it was swollen.",
        "I worked on your IT band.",
        "We will note it in your chart.",
        "your Thursday session",
    ],
)
def test_phrases_that_confirm_a_client_are_found(text):
    assert find_confirmations(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Thank you! Two weeks of rest are a good start.",
        "We cannot answer this in public: please call us or write to us.",
        "A first visit lasts 60 minutes.",
        "Sessions are tailored to each person.",
        "Your knee should not hurt during a run.",
        "If it hurts after your run, ice it.",
        "See your doctor if it is swollen.",
        "You are welcome to book an appointment at any time.",
        "Clients often ask this.",
    ],
)
def test_general_replies_have_no_such_phrases(text):
    assert find_confirmations(text) == []


def test_phrases_are_unique_and_in_order():
    text = "At your last visit, and again at your last visit: see you soon!"
    assert find_confirmations(text) == ["at your last visit", "see you soon"]
