"""Runner’s knee: why it hurts, home care and massage."""

ARTICLE = {
    "slug": "runners-knee",
    "title": "Running Injuries: Runner’s Knee",
    "introduction": (
        "Why your knee aches during and after a run, what to try at home, and where "
        "massage fits in."
    ),
    "date": "2026-03-04T09:00",
    "authors": ["bt-admin"],
    "categories": ["blog", "education"],
    "tags": ["running", "knee", "it-band"],
    "cover": "knee-anatomy-cover",
    "cover_alt": (
        "Drawing of a right knee from the front, with rings around the kneecap."
    ),
    "services": ["knee-pain"],
    "state": "live",
    "search_description": (
        "What runner’s knee feels like, what causes it, how to calm it at home, and "
        "how sports massage in Boulder can help."
    ),
    "reviewed_by": "lead-therapist",
    "reviewed_on": "2026-10-02",
    "next_review_on": "2027-10-01",
    "body": [
        (
            "heading",
            {
                "text": "Symptoms and Causes of Runner’s Knee Pain",
                "level": "h2",
                "anchor": "symptoms-and-causes",
            },
        ),
        (
            "paragraph",
            (
                "<p>Runner’s knee (patellofemoral pain) is among the most common "
                "running injuries. It turns up in people who are training for a "
                "first 5K. It turns up just as often in people with 20 years of "
                "miles behind them.</p>"
                "<p>It starts as a constant pain under the knee. At first you notice "
                "it during a run, or just after you stop. Later it follows you into "
                "other parts of life: stairs, squats, a long drive.</p>"
                "<p>That is the time to act. A sore knee that gets care early has a "
                "good chance to settle. One that is ignored for months can end in "
                "lasting damage.</p>"
            ),
        ),
        (
            "heading",
            {"text": "What sets it off", "level": "h3", "anchor": "what-sets-it-off"},
        ),
        (
            "paragraph",
            (
                "<p>There is rarely just one cause. More often, a few of these add "
                "up:</p>"
                "<ul><li>Weak muscles at the hip and thigh, which let the knee drift "
                "inward.</li>"
                "<li>Poor shoes: worn flat, or wrong for your feet.</li>"
                "<li>An improper gait, such as a long stride with a hard "
                "landing.</li>"
                "<li>Too much mileage, with too little time to recover.</li>"
                "</ul>"
            ),
        ),
        (
            "heading",
            {
                "text": "What happens inside",
                "level": "h3",
                "anchor": "what-happens-inside",
            },
        ),
        (
            "paragraph",
            (
                "<p>Each stride sends an impact through the knee. Thousands of them, "
                "and the friction that comes along, leave the joint inflamed. That "
                "swelling is not a mistake: it is how your body tries to heal the "
                "knee and protect it.</p>"
                "<p>Tight muscles add to the strain. They cross the joint, so they "
                "pull the thigh bone (femur) and the shin bone (tibia) together. The "
                "knee is left with less room to move.</p>"
                "<p>Scar tissue can play a part, too. Old strains heal with tough "
                "fibers that do not glide well. They rub on what lies next to them, "
                "and the knee gets inflamed again.</p>"
                "<p>The quadriceps tendon ties the thigh to the kneecap (patella). "
                "The patellar tendon runs on to the shin bone. On the outer side lie "
                "the iliotibial (IT) band and the fibula.</p>"
            ),
        ),
        (
            "figure",
            {
                "image": "knee-anatomy",
                "alt": (
                    "A right knee seen from the front. Red rings circle the kneecap. "
                    "Labels name the bones, the two tendons and the iliotibial band."
                ),
                "caption": (
                    "The ache sits around the kneecap, but the muscles that steer it "
                    "start as high as the hip."
                ),
            },
        ),
        (
            "notice",
            {
                "kind": "soon",
                "items": [
                    "your knee locks, gives way or will not take your weight",
                    "it swelled up within a few hours of an injury",
                    "it is hot and red, or you have a fever",
                    "it hurts at night or when you are not moving",
                ],
            },
        ),
        (
            "heading",
            {
                "text": "Conservative Treatments for Runner’s Knee",
                "level": "h2",
                "anchor": "conservative-treatments",
            },
        ),
        (
            "paragraph",
            (
                "<p>Start with rest and ice. Give the knee a few quiet days. After "
                "any activity, put a cold pack in a thin towel on it for 15 "
                "minutes.</p>"
                "<p>Then look at your week. Some runners need time off. Others do "
                "well when they run fewer miles and leave out the steep descents.</p>"
                "<p>Rest from running is not rest from everything. Keep up your "
                "stretching and rolling, so that the muscles around the knee stay "
                'loose. Our guide to <a href="/blog/foam-rolling-basics/">foam '
                "rolling basics</a> shows you how.</p>"
            ),
        ),
        (
            "callout",
            {
                "kind": "home",
                "title": "Your first 7 days",
                "text": (
                    "<ol><li>Swap runs for walks on flat ground, as long as they do "
                    "not hurt.</li>"
                    "<li>Ice the knee for 15 minutes, up to 3 times a day.</li>"
                    "<li>Stretch your calves, thighs and hips once a day, for 30 "
                    "seconds each.</li>"
                    "<li>Roll the front and the outer side of the thigh for 2 "
                    "minutes a leg.</li>"
                    "</ol>"
                ),
            },
        ),
        (
            "figure",
            {
                "image": "foam-rolling",
                "alt": (
                    "A runner lies on one side with a foam roller under the outer "
                    "thigh and holds the weight on one forearm."
                ),
                "caption": (
                    "Slow rolling keeps the thigh loose while the knee rests. Stop "
                    "just above the joint."
                ),
            },
        ),
        (
            "paragraph",
            (
                "<p>If rest and ice do not help, see a professional. Do not wait for "
                "a race to force your hand. Once stairs are free of pain, our <a "
                'href="/blog/return-to-running-plan/">4-week return-to-running '
                "plan</a> helps you start again.</p>"
            ),
        ),
        (
            "heading",
            {
                "text": "Sports Massage Therapy Treatments",
                "level": "h2",
                "anchor": "sports-massage-therapy",
            },
        ),
        (
            "paragraph",
            (
                "<p>After home care, the next step is a few treatments with a "
                "skilled sports massage therapist. Expect it to be a little "
                "uncomfortable. It should never be more than you can breathe "
                "through, and you can ask for less at any time.</p>"
                "<p>For runner’s knee, the work often includes:</p>"
                "<ul><li>Deep release of the muscles around the knee, the hip and "
                "the pelvis.</li>"
                "<li>Deep work around the IT band, along the outside of the "
                "thigh.</li>"
                "<li>Scar tissue release where old strains no longer glide.</li>"
                "<li>A check of patellar tracking: the path your kneecap takes as "
                "the leg bends.</li>"
                "<li>A talk about your gait, your shoes and your mileage.</li>"
                "</ul>"
                "<p>That talk counts as much as the hands-on work. Pain is often "
                "part of a pattern, built up over many miles. We look for the "
                "pattern with you and help you unwind it.</p>"
                "<p>No two knees are the same, so every visit is made for the pain "
                "you bring. We show you the stretches, foam rolling and self-care "
                "that suit it. Our clinic has treated professional athletes from "
                "many sports, and new runners get the same care.</p>"
                "<p>To learn what a visit is like and what it costs, see <a "
                'href="/services/knee-pain/">how we treat knee pain</a>.</p>'
            ),
        ),
    ],
}
