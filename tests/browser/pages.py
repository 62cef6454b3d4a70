"""What the checks of whole pages look at, and how."""

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
    ARTICLE,
    "/about/",
    "/contact/",
    "/contact/?sent=1",
    "/privacy/",
    "/accessibility/",
    "/search/?q=knee",
    "/search/?q=nothing-like-it",
    "/comments/own/",
    "/nothing-is-here/",
]


def load_pictures(page):
    """Scroll down, so that everything below the fold is there."""
    page.evaluate(
        """async () => {
            const images = [...document.images];
            images.forEach((image) => { image.loading = "eager"; });
            await Promise.all(images.map((image) => image.decode().catch(() => {})));
        }"""
    )


def open_details(page):
    """Open everything that can be opened."""
    page.evaluate("document.querySelectorAll('details').forEach((d) => d.open = true)")


def first_paint(page):
    """Wait until the first words are painted; return when that was, in milliseconds."""
    return page.evaluate(
        """() => new Promise((resolve) => {
            new PerformanceObserver((list) => {
                list.getEntriesByName("first-contentful-paint")
                    .forEach(({ startTime }) => resolve(startTime));
            }).observe({ type: "paint", buffered: true });
        })"""
    )
