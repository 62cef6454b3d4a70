"""Pages with many articles and comments, compared with the same pages with few."""

from ..checkouts import ARTICLE, SLUG


def measure_growth(environment):
    """Return the rows about growth, on PostgreSQL where it is installed."""
    on_postgresql = environment.postgresql is not None
    clone = environment.clone_postgresql if on_postgresql else environment.clone_sqlite
    figures = clone("growth")["now"].measure("growth", SLUG, ARTICLE)
    return [
        *compare_comments(figures["comments"]),
        *compare_articles(figures["articles"]),
    ]


def compare_comments(figures):
    """Return the rows about an article with few and many comments."""
    (few, (before, small)), (many, (after, large)) = figures.items()
    name = f"article after a comment, {few} → {int(many):,} comments"
    return [
        (name, f"{after / before:.2f} × ({before:.0f} → {after:.0f} ms)", "≤ 1.3 ×"),
        ("bytes of it", f"{large / small:.2f} × ({small:,} → {large:,})", "≤ 1.3 ×"),
    ]


def compare_articles(figures):
    """Return the rows about pages of a site with few, more and many articles."""
    few, *more = figures
    return [
        (
            f"{page}, {few} → {' → '.join(f'{int(each):,}' for each in more)} articles",
            describe([figures[total][page] for total in figures]),
            "≤ 1.2 ×; ≤ 1.5 ×",
        )
        for page in figures[few]
    ]


def describe(times):
    """Return the ratios to the first of `times`, and the times in milliseconds."""
    ratios = ", ".join(f"{time / times[0]:.2f} ×" for time in times[1:])
    return f"{ratios} ({' → '.join(f'{time:.0f}' for time in times)} ms)"
