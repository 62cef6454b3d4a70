"""Privacy and accessibility."""

PRIVACY = {
    "title": "Privacy",
    "changed": "2026-11-16",
    "introduction": (
        "We keep as little as we can, and not for long. This page says what, why and "
        "until when."
    ),
    "body": [
        ("heading", {"text": "In short", "level": "h2", "anchor": "in-short"}),
        ("personal_data", None),
        (
            "paragraph",
            (
                "<p><b>This site holds no medical records.</b> Please do not put "
                "health details in a comment or a message that you would not tell a "
                "stranger.</p>"
            ),
        ),
        ("heading", {"text": "Comments", "level": "h2", "anchor": "comments"}),
        (
            "paragraph",
            (
                "<p>When you post a comment, we store your name, your email address "
                "and what you wrote. We also store the time, your IP address and the "
                "name of your browser.</p>"
                "<p>A person reads each comment that is held, and decides if it goes "
                "online. Your name and your text are then public. Your email "
                "address, your IP address and your browser name are never shown.</p>"
                "<p>We blank the IP address and the browser name after {ip_days} "
                "days. We delete spam and trash after {spam_days} days.</p>"
            ),
        ),
        ("heading", {"text": "Contact form", "level": "h2", "anchor": "contact-form"}),
        (
            "paragraph",
            (
                "<p>Your message is stored on this site and mailed to the clinic. We "
                "use it to answer you, and for nothing else. We send no "
                "newsletter.</p>"
                "<p>We delete it from this site {message_days} days after we have "
                "answered, and after {message_months} months in any case. The site "
                "records which member of staff opened it.</p>"
            ),
        ),
        ("heading", {"text": "Cookies", "level": "h2", "anchor": "cookies"}),
        (
            "paragraph",
            (
                "<p>If you only read, this site sets no cookies. It has no ads, no "
                "trackers and no visitor counts by other firms. Pages load nothing "
                "from other sites unless you press play on a video.</p>"
                "<p>If you check “Save my name and email,” they are kept in your own "
                "browser. They stay there until you uncheck the box or clear them. "
                "Staff who log in get the cookies that a login needs.</p>"
            ),
        ),
        ("heading", {"text": "Server logs", "level": "h2", "anchor": "server-logs"}),
        (
            "paragraph",
            (
                "<p>Like most web servers, ours notes the address and time of each "
                "request. We look at these notes only to find faults or stop "
                "attacks.</p>"
            ),
        ),
        ("heading", {"text": "Your choices", "level": "h2", "anchor": "your-choices"}),
        (
            "paragraph",
            (
                '<ul><li><b>See it:</b> get <a href="/comments/own/">a link to your '
                "comments and messages</a> by email. There you can also save, "
                "anonymize or delete them.</li>"
                "<li><b>Erase it:</b> we take your name, email and IP address off "
                "your comments, and delete your messages. The text of your comments "
                "can go, too.</li>"
                "<li><b>Fix it:</b> tell us if something is wrong.</li>"
                "</ul>"
                "<p>Write from the email address that you used, so that we know it "
                "is you. You need not give a reason.</p>"
                "<p>What is deleted here is gone at once. Emails that our staff got "
                "before, and backups, may hold it until they are deleted, too.</p>"
            ),
        ),
        ("heading", {"text": "Contact", "level": "h2", "anchor": "contact"}),
        (
            "paragraph",
            (
                "<p>Questions about this page? <a "
                'href="mailto:hello@boulder-therapeutics.example">Email the '
                'clinic</a> or use our <a href="/contact/">contact page</a>.</p>'
            ),
        ),
    ],
    "search_description": (
        "What the Boulder Therapeutics website stores about you, why, for how long "
        "and who sees it. No cookies for readers, no medical records."
    ),
}

ACCESSIBILITY = {
    "title": "Accessibility",
    "changed": "2026-11-16",
    "introduction": (
        "We want everyone to be able to use this site and visit the clinic."
    ),
    "body": [
        ("heading", {"text": "This site", "level": "h2", "anchor": "this-site"}),
        (
            "conformance",
            {
                "standard": "WCAG 2.2, level AA",
                "result": "partial",
                "assessed_on": "2026-11-16",
                "method": "own",
            },
        ),
        (
            "paragraph",
            (
                "<p>We aim to meet the Web Content Accessibility Guidelines (WCAG) "
                "2.2, level AA. You should be able to use all pages with a keyboard, "
                "a screen reader or large text. They work without scripts, too.</p>"
                "<p>We test with automatic checks and by hand. We have not yet had "
                "an outside audit, so there may be faults that we do not know "
                "about.</p>"
            ),
        ),
        (
            "heading",
            {
                "text": "What we know is not perfect",
                "level": "h2",
                "anchor": "known-limits",
            },
        ),
        (
            "paragraph",
            (
                "<ul><li>Labels inside drawings do not grow with your text. The text "
                "near each drawing says the same.</li>"
                "<li>Videos come from other sites, and not all of them have good "
                "captions.</li>"
                "</ul>"
            ),
        ),
        ("heading", {"text": "The clinic", "level": "h2", "anchor": "the-clinic"}),
        (
            "paragraph",
            (
                "<p>The entrance and the restroom are step-free, and the table can "
                'go low. Find <a href="/about/">more about the room</a> on our page '
                "about the clinic.</p>"
            ),
        ),
        ("heading", {"text": "Tell us", "level": "h2", "anchor": "tell-us"}),
        (
            "paragraph",
            (
                '<p>If something gets in your way, <a href="/contact/">call or write '
                "to us</a>. We will answer, help you in another way and try to fix "
                "it.</p>"
            ),
        ),
    ],
    "search_description": (
        "How accessible the Boulder Therapeutics website and clinic are, what is not "
        "perfect yet and how to tell us about a problem."
    ),
}
