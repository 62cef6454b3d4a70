"""About and contact."""

ABOUT = {
    "title": "About",
    "introduction": (
        "A small sports massage clinic for people who would rather be outside."
    ),
    "body": [
        (
            "heading",
            {"text": "Why we are here", "level": "h2", "anchor": "why-we-are-here"},
        ),
        (
            "paragraph",
            (
                "<p>Boulder is full of people who run, ride and climb. It is also "
                "full of people who did all that until something began to hurt. Many "
                "wait too long, because they think the only choices are to stop or "
                "to push on.</p>"
                "<p>We opened this clinic to offer a third way. We listen, we watch "
                "you move, and we treat the tight muscles behind the pain. Then we "
                "show you how to look after them, so that you need us less.</p>"
                "<p>Some of the people on our table are professional athletes. Most "
                "have jobs, kids and one free hour. All of them get the same time "
                "and care.</p>"
                "<p>When massage is not the right thing, we say so and point you to "
                "someone who can help.</p>"
            ),
        ),
        ("heading", {"text": "The room", "level": "h2", "anchor": "the-room"}),
        (
            "paragraph",
            (
                "<p>There is one quiet treatment room with a wide table that can be "
                "raised and lowered. The light is soft, and there is space to squat, "
                "step and reach. You can ask for music or for silence.</p>"
            ),
        ),
        (
            "figure",
            {
                "image": "treatment-table",
                "alt": (
                    "A therapist in a green shirt works on the calf of a person who "
                    "lies face down. The window shows the Flatirons."
                ),
                "caption": (
                    "The table can go low, so you can sit down and turn with ease."
                ),
            },
        ),
        ("heading", {"text": "Getting in", "level": "h2", "anchor": "getting-in"}),
        (
            "paragraph",
            (
                "<ul><li><b>Entrance:</b> step-free from the street, with a wide "
                "door.</li>"
                "<li><b>Restroom:</b> step-free, next to the room.</li>"
                "<li><b>Parking:</b> free spaces behind the building, one of them "
                "accessible.</li>"
                "<li><b>Bikes:</b> a covered rack by the front door.</li>"
                "</ul>"
                '<p>Need something else? <a href="/contact/">Call or write to us</a> '
                "and we will plan for it.</p>"
            ),
        ),
    ],
    "values": [
        (
            "Honest",
            "We say what massage can do, what it cannot do and when to see a doctor.",
        ),
        ("Made for you", "Your pain, your sport and your week decide what we do."),
        (
            "Yours to keep",
            "You leave each visit with something you can do on your own.",
        ),
    ],
    "search_description": (
        "Who we are: a small sports massage clinic in Boulder, Colorado, with a "
        "step-free entrance, parking, a bike rack and plain advice."
    ),
}

CONTACT = {
    "title": "Book or ask",
    "introduction": (
        "Call us, or send a few lines. Tell us where it hurts and which days suit "
        "you. Please leave out private medical details."
    ),
    "next_steps": [
        "We read your message and answer on the next working day.",
        "We suggest a time and the right length of visit.",
        "You say yes, and we send you what to bring.",
    ],
    "directions": (
        "We are at 100 Example Street in central Boulder, on the ground floor. From "
        "the Boulder Creek Path, leave at Broadway and go north. Free parking is "
        "behind the building, and the bike rack is by the front door."
    ),
    "search_description": (
        "Book a sports massage in Boulder or ask a question: phone, message form, "
        "opening hours, address and how to find the clinic."
    ),
}
