"""Comments in every state, by fictional readers."""

COMMENTS = [
    {
        "key": "knee-hills",
        "article": "runners-knee",
        "parent": None,
        "name": "Dana R.",
        "email": "dana.r@example.com",
        "text": (
            "The part about missing recovery days is me. My knee is fine on the flat "
            "but aches on the way down from Sanitas. How long should I wait before I "
            "run hills again?"
        ),
        "created": "2026-03-06T18:42",
        "status": "approved",
        "reasons": [],
        "staff": False,
    },
    {
        "key": "knee-hills-reply",
        "article": "runners-knee",
        "parent": "knee-hills",
        "name": "bt-admin",
        "email": "bt-admin@example.com",
        "text": (
            "Thank you for asking, Dana. A common rule: wait until stairs have been "
            "free of pain for 2 weeks. Then start with short, gentle climbs and walk "
            "the way down.\n"
            "\n"
            "If it still aches after that, it is worth having someone look at it."
        ),
        "created": "2026-03-07T15:10",
        "status": "approved",
        "reasons": [],
        "staff": True,
    },
    {
        "key": "knee-hills-thanks",
        "article": "runners-knee",
        "parent": "knee-hills-reply",
        "name": "Dana R.",
        "email": "dana.r@example.com",
        "text": "That is clear, thanks. Walking down it is.",
        "created": "2026-03-07T20:03",
        "status": "approved",
        "reasons": [],
        "staff": False,
    },
    {
        "key": "knee-new-runner",
        "article": "runners-knee",
        "parent": None,
        "name": "Miguel T.",
        "email": "miguel.t@example.com",
        "text": (
            "I started running in January and thought I was too new to have this. "
            "Good to read that it hits beginners, too."
        ),
        "created": "2026-03-19T13:25",
        "status": "approved",
        "reasons": [],
        "staff": False,
    },
    {
        "key": "knee-roller",
        "article": "runners-knee",
        "parent": None,
        "name": "Priya S.",
        "email": "priya.s@example.com",
        "text": "Does it matter if I roll before or after the run?",
        "created": "2026-05-02T02:14",
        "status": "approved",
        "reasons": [],
        "staff": False,
    },
    {
        "key": "knee-roller-reader",
        "article": "runners-knee",
        "parent": "knee-roller",
        "name": "Owen B.",
        "email": "owen.b@example.com",
        "text": (
            "Not the clinic, but for me a short roll before and a slow one at night "
            "works well."
        ),
        "created": "2026-05-03T16:48",
        "status": "approved",
        "reasons": [],
        "staff": False,
    },
    {
        "key": "knee-roller-team",
        "article": "runners-knee",
        "parent": "knee-roller-reader",
        "name": "bt-admin",
        "email": "bt-admin@example.com",
        "text": (
            "Both are fine. Before a run, keep it short and brisk. Save the slow "
            "rolling for the evening."
        ),
        "created": "2026-05-04T17:30",
        "status": "approved",
        "reasons": [],
        "staff": True,
    },
    {
        "key": "knee-shoes",
        "article": "runners-knee",
        "parent": None,
        "name": "Lena K.",
        "email": "lena.k@example.com",
        "text": (
            "How many miles do you give a pair of shoes? Mine have about 450, mostly "
            "on gravel."
        ),
        "created": "2026-11-20T14:05",
        "status": "pending",
        "reasons": [["hold_all", "Every comment is held for a check."]],
        "staff": False,
    },
    {
        "key": "knee-video-links",
        "article": "runners-knee",
        "parent": None,
        "name": "Theo V.",
        "email": "theo.v@example.com",
        "text": (
            "These 3 helped me with the stretches:\n"
            "https://videos.example/quad\n"
            "https://videos.example/calf\n"
            "https://videos.example/hip"
        ),
        "created": "2026-11-21T03:37",
        "status": "pending",
        "reasons": [
            ["hold_all", "Every comment is held for a check."],
            ["links", "It has 3 links; 2 or more are held."],
        ],
        "staff": False,
    },
    {
        "key": "knee-phone",
        "article": "runners-knee",
        "parent": "knee-new-runner",
        "name": "Ruth A.",
        "email": "ruth.a@example.com",
        "text": (
            "Same story here! Please call me at (303) 555-0199, I would like to know "
            "if you have time on Saturday."
        ),
        "created": "2026-11-21T19:52",
        "status": "pending",
        "reasons": [
            ["hold_all", "Every comment is held for a check."],
            ["personal", "It holds personal details: a phone number."],
        ],
        "staff": False,
    },
    {
        "key": "knee-spam-pills",
        "article": "runners-knee",
        "parent": None,
        "name": "Knee Wizard",
        "email": "wizard@pills.example",
        "text": (
            "Dear sir or knee! Our golden moon pills make your knees ten years "
            "younger overnight. Order 2, get a free unicorn: "
            "https://moon-pills.example"
        ),
        "created": "2026-11-15T04:11",
        "status": "spam",
        "reasons": [],
        "staff": False,
    },
    {
        "key": "knee-test",
        "article": "runners-knee",
        "parent": None,
        "name": "Sam W.",
        "email": "sam.w@example.com",
        "text": "test test, please ignore",
        "created": "2026-11-12T22:20",
        "status": "trash",
        "reasons": [],
        "staff": False,
    },
    {
        "key": "band-bike",
        "article": "it-band-comeback",
        "parent": None,
        "name": "Chris M.",
        "email": "chris.m@example.com",
        "text": "Would an indoor bike be all right in week 1?",
        "created": "2026-06-21T12:40",
        "status": "approved",
        "reasons": [],
        "staff": False,
    },
    {
        "key": "band-bike-team",
        "article": "it-band-comeback",
        "parent": "band-bike",
        "name": "bt-admin",
        "email": "bt-admin@example.com",
        "text": (
            "Often yes, with a light gear and a saddle that is not too high. If the "
            "outside of the knee bites, stop and try again in a few days."
        ),
        "created": "2026-06-22T14:00",
        "status": "approved",
        "reasons": [],
        "staff": True,
    },
    {
        "key": "band-casino",
        "article": "it-band-comeback",
        "parent": None,
        "name": "Lucky Larry",
        "email": "larry@casino.example",
        "text": (
            "WOW great band!!! Our band plays at the Rubber Duck Casino every night, "
            "1000 free quacks at https://duck-casino.example"
        ),
        "created": "2026-11-18T09:09",
        "status": "spam",
        "reasons": [],
        "staff": False,
    },
    {
        "key": "elbow-board",
        "article": "climbers-elbow",
        "parent": None,
        "name": "Nia F.",
        "email": "nia.f@example.com",
        "text": (
            "Dropping 2 grades hurt my pride more than my elbow. After 5 weeks I can "
            "carry my shopping again, so it was worth it."
        ),
        "created": "2026-07-08T23:31",
        "status": "approved",
        "reasons": [],
        "staff": False,
    },
    {
        "key": "elbow-hammer",
        "article": "climbers-elbow",
        "parent": None,
        "name": "Ben H.",
        "email": "ben.h@example.com",
        "text": "What weight should I use for the wrist lowers to begin with?",
        "created": "2026-11-19T16:16",
        "status": "pending",
        "reasons": [["hold_all", "Every comment is held for a check."]],
        "staff": False,
    },
    {
        "key": "plan-week-two",
        "article": "return-to-running-plan",
        "parent": None,
        "name": "Alex G.",
        "email": "alex.g@example.com",
        "text": (
            "Stuck in week 2 for 3 weeks, and the pain scale kept me from giving up. "
            "Week 3 starts tomorrow."
        ),
        "created": "2026-08-30T02:45",
        "status": "approved",
        "reasons": [],
        "staff": False,
    },
    {
        "key": "rolling-neck",
        "article": "foam-rolling-basics",
        "parent": None,
        "name": "Hana D.",
        "email": "hana.d@example.com",
        "text": (
            "I had been rolling my lower back for years. Now I know why it never "
            "felt good."
        ),
        "created": "2026-11-13T18:08",
        "status": "approved",
        "reasons": [],
        "staff": False,
    },
]
