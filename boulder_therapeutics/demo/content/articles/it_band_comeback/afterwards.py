"""Massage, keeping it away, and questions."""

AFTERWARDS = [
    (
        "heading",
        {
            "text": "Where massage can help",
            "level": "h2",
            "anchor": "where-massage-can-help",
        },
    ),
    (
        "paragraph",
        (
            "<p>Massage does not stretch the band, and it is not a fix on its own. "
            "It can ease the muscles that pull on the band. Many runners find that "
            "the first strength work is easier after that.</p>"
            "<p>We spend most of the time on the hip, the glutes and the front of "
            "the thigh. The work is deep and a little uncomfortable, and you set the "
            "limit.</p>"
            "<p>We watch you squat and step down, before and after. You leave with 2 "
            "or 3 moves to do at home, not a list of 20. Our page on <a "
            'href="/services/hip-and-glute-pain/">how we treat hip and glute '
            "pain</a> tells you what to expect.</p>"
        ),
    ),
    (
        "booking",
        {
            "title": "Stuck at the same mile?",
            "text": (
                "Tell us where it hurts and when it starts. We will say if massage "
                "can help."
            ),
            "service": "knee-pain",
        },
    ),
    ("heading", {"text": "Keep it away", "level": "h2", "anchor": "keep-it-away"}),
    (
        "paragraph",
        (
            "<p>Once you run without pain, it is easy to drop the boring parts. "
            "Please do not. Keep the hip work going twice a week for at least 3 "
            "months.</p>"
            "<p>A few habits lower the odds of a second flare:</p>"
            "<ul><li>Add miles in small steps, and take an easier week now and "
            "then.</li>"
            "<li>Switch sides on sloped roads, or run out and back.</li>"
            "<li>Warm up with 5 minutes of brisk walking before a steep climb.</li>"
            "<li>Train for descents before a race that has them.</li>"
            "<li>Treat the first warm, nagging feeling as news, not as noise.</li>"
            "</ul>"
            "<p>Sore at the front of the knee, and not at the side? That is a "
            'different problem. Read about <a href="/blog/runners-knee/">runner’s '
            "knee</a> to see which one sounds like you.</p>"
        ),
    ),
    (
        "heading",
        {
            "text": "Questions runners ask us",
            "level": "h2",
            "anchor": "questions-runners-ask-us",
        },
    ),
    (
        "heading",
        {
            "text": "How long will it take?",
            "level": "h3",
            "anchor": "how-long-will-it-take",
        },
    ),
    (
        "paragraph",
        (
            "<p>Mild flares often settle in 3 to 6 weeks. If it has been there for "
            "months, plan for longer. How steady you are with the hip work makes "
            "more difference than any gadget.</p>"
        ),
    ),
    (
        "heading",
        {
            "text": "Should I wear a strap or tape?",
            "level": "h3",
            "anchor": "should-i-wear-a-strap",
        },
    ),
    (
        "paragraph",
        (
            "<p>Some people like the feeling of a strap or tape, and it does little "
            "harm. Treat it as a short-term help. If you need it to get through a "
            "run, the run is too long.</p>"
        ),
    ),
    (
        "heading",
        {"text": "Can I keep cycling?", "level": "h3", "anchor": "can-i-keep-cycling"},
    ),
    (
        "paragraph",
        (
            "<p>Often, yes. Keep the gear light, and check that your saddle is not "
            "too high. If the knee bites as the leg straightens, lower the saddle a "
            "little or take a break.</p>"
        ),
    ),
    (
        "heading",
        {"text": "Do I need a scan?", "level": "h3", "anchor": "do-i-need-a-scan"},
    ),
    (
        "paragraph",
        (
            "<p>In most cases, no. The story and a few simple tests tell enough. See "
            "a doctor first if any point in the notice on this page fits you.</p>"
        ),
    ),
]
