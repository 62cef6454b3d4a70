"""The pages that the browser tests check, and helpers to look at them."""

PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True}
DESKTOP = {"viewport": {"width": 1280, "height": 900}}

ARTICLE = "/blog/foam-rolling-basics/"
PAGES = [
    "/",
    "/services/",
    "/services/knee-pain/",
    "/blog/",
    "/blog/category/education/",
    "/blog/tag/running/",
    "/blog/author/lead-therapist/",
    "/blog/2026/",
    ARTICLE,
    "/about/",
    "/about/lead-therapist/",
    "/about/therapist/",
    "/contact/",
    "/contact/?sent=1",
    "/contact/?sent=urgent",
    "/privacy/",
    "/privacy/consumer-health-data/",
    "/accessibility/",
    "/search/?q=knee",
    "/search/?q=therapist",
    "/search/?q=nothing-like-it",
    "/comments/own/",
    "/comments/report/1/",
    "/nothing-is-here/",
]


def load_pictures(page):
    """Scroll to the end, so that all lazy images load."""
    page.evaluate(
        """async () => {
            const images = [...document.images];
            images.forEach((image) => { image.loading = "eager"; });
            await Promise.all(images.map((image) => image.decode().catch(() => {})));
        }"""
    )


def open_details(page):
    """Open every `<details>` element."""
    page.evaluate("document.querySelectorAll('details').forEach((d) => d.open = true)")


def first_paint(page):
    """Wait for the first contentful paint and return its time in milliseconds."""
    return page.evaluate(
        """() => new Promise((resolve) => {
            new PerformanceObserver((list) => {
                list.getEntriesByName("first-contentful-paint")
                    .forEach(({ startTime }) => resolve(startTime));
            }).observe({ type: "paint", buffered: true });
        })"""
    )
