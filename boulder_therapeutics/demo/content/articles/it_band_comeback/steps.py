"""The way back in 4 steps."""

STEPS = [
    (
        "heading",
        {"text": "Step 1: Calm it down", "level": "h2", "anchor": "calm-it-down"},
    ),
    (
        "paragraph",
        (
            "<p>The first aim is simple: stop poking it. Each run that ends in pain "
            "keeps the spot angry. For most people that means 1 to 2 weeks without "
            "running.</p>"
            "<p>You do not have to stop moving. Walk on flat ground. Swim, or spin "
            "on a bike with light gears, as long as the knee stays quiet.</p>"
            "<p>Ice can take the edge off. Use a cold pack in a towel for 15 "
            "minutes, up to 3 times a day. If you are not sure about cold, read <a "
            'href="/blog/ice-or-heat/">when to use ice or heat</a>.</p>'
        ),
    ),
    (
        "callout",
        {
            "kind": "home",
            "title": "Do this every day",
            "text": (
                "<ol><li>Roll the front of the thigh for 1 minute, slow and "
                "easy.</li>"
                "<li>Roll the side of the hip, just behind the front pocket, for 1 "
                "minute.</li>"
                "<li>Stretch the front of the hip in a half kneel for 30 "
                "seconds.</li>"
                "<li>Walk for 20 to 30 minutes on level ground.</li>"
                "</ol>"
            ),
        },
    ),
    (
        "paragraph",
        (
            "<p>You may have been told to roll the band itself. You can, but it "
            "hurts and it does not make the band longer. Put your time into the "
            "muscles above it and in front of it.</p>"
        ),
    ),
    (
        "figure",
        {
            "image": "foam-rolling",
            "alt": (
                "A person rests on one forearm and rolls the outer thigh over a foam "
                "roller."
            ),
            "caption": (
                "Aim for the muscle in front of the band. A 4 out of 10 is enough."
            ),
        },
    ),
    (
        "heading",
        {"text": "Step 2: Build the hip", "level": "h2", "anchor": "build-the-hip"},
    ),
    (
        "paragraph",
        (
            "<p>Once you can walk downstairs without pain, start to load the hip. "
            "Rest alone does not make it ready for hills. Strength does.</p>"
            "<p>Do these moves 3 times a week, with a day off in between. Begin with "
            "2 sets of 8 on each side. When that feels easy, go to 3 sets of 12.</p>"
            "<ul><li><b>Side plank from the knees.</b> Hold for 20 seconds and keep "
            "your hips stacked.</li>"
            "<li><b>Side-lying leg lift.</b> Toes point down a little. Lift slow, "
            "lower slower.</li>"
            "<li><b>Bridge on one leg.</b> Push through the heel and keep the hips "
            "level.</li>"
            "<li><b>Step-down.</b> Stand on a low step and lower one heel to the "
            "floor. Keep the knee over the toes.</li>"
            "</ul>"
            "<p>The step-down matters most. It looks a lot like running downhill, "
            "but slow. Do it in front of a mirror and watch that the knee does not "
            "fall inward.</p>"
        ),
    ),
    (
        "callout",
        {
            "kind": "tip",
            "title": "How sore is too sore?",
            "text": (
                "<p>Muscles may feel worked the next day. That is fine. If the "
                "outside of the knee hurts during a move, make it smaller or skip it "
                "that day.</p>"
            ),
        },
    ),
    (
        "heading",
        {
            "text": "Step 3: Change how you land",
            "level": "h2",
            "anchor": "change-how-you-land",
        },
    ),
    (
        "paragraph",
        (
            "<p>A small change in stride can take a lot of strain off the band. The "
            "easiest one is to take shorter, quicker steps. Count your steps for a "
            "minute, then try to add about 5 in each 100.</p>"
            "<p>It helps to keep a little space between your knees, too. Some "
            "runners let their feet land on one line, like a tightrope. Think of a "
            "narrow trail, with one foot on each side of the line.</p>"
            "<p>Change one thing at a time. Try it for 5 minutes in the middle of a "
            "run. New habits need weeks, not days.</p>"
        ),
    ),
    (
        "heading",
        {"text": "Look at your shoes", "level": "h3", "anchor": "look-at-your-shoes"},
    ),
    (
        "paragraph",
        (
            "<p>Shoes do not cause a flare by themselves. Still, a worn pair can tip "
            "the balance. If the heel is worn flat after 400 miles, it is time for "
            "new ones.</p>"
        ),
    ),
    ("heading", {"text": "Step 4: Run again", "level": "h2", "anchor": "run-again"}),
    (
        "paragraph",
        (
            "<p>You are ready to try a run when all of these are true:</p>"
            "<ul><li>You can walk briskly for 30 minutes without pain.</li>"
            "<li>You can do 10 slow step-downs on each leg without pain.</li>"
            "<li>You can hop 10 times on the sore leg without pain.</li>"
            "</ul>"
            "<p>Start on flat ground, and mix running with walking. Do not wait for "
            "pain to tell you when to stop. Decide on the length before you leave, "
            "and keep to it.</p>"
        ),
    ),
    (
        "table",
        {
            "caption": "How to add load after an IT band flare",
            "header": ["Stage", "What you do", "Move on when"],
            "rows": [
                [
                    "1",
                    "Run 1 minute, walk 1 minute, 10 times, on the flat",
                    "2 runs in a row are free of pain",
                ],
                [
                    "2",
                    "Run 4 minutes, walk 1 minute, 5 times, on the flat",
                    "2 runs in a row are free of pain",
                ],
                [
                    "3",
                    "Run 25 minutes without a break, on the flat",
                    "3 runs in a row are free of pain",
                ],
                ["4", "Add gentle climbs; walk the way down", "1 week is free of pain"],
                [
                    "5",
                    "Add short descents, with quick steps",
                    "2 weeks are free of pain",
                ],
            ],
        },
    ),
    (
        "paragraph",
        (
            "<p>If the pain comes back, stop and walk home. Take 2 days off, then go "
            "back 1 stage. One bad run is not a new injury, so do not start again "
            "from zero.</p>"
            "<p>Hills come last, and downhill comes last of all. Going up is easier "
            "on the band than going down. On Mount Sanitas, that means you may hike "
            "down for a few weeks.</p>"
        ),
    ),
    (
        "quote",
        {
            "text": "Stop while it still feels easy, not when it starts to hurt.",
            "source": "A rule we give every runner",
        },
    ),
]
