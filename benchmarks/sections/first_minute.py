"""The slowest page after a first start and after publishing new images."""

from ..first_minute import measure


def measure_first_minute(environment):
    """Return the rows about pages whose images are new."""
    figures = measure(environment.folder / "first-minute")
    return [
        (
            "slowest page after a first start",
            f"{figures['first_minute']:.2f} s",
            "≤ 1 s",
        ),
        ("slowest page with ten new images", f"{figures['published']:.2f} s", "≤ 1 s"),
    ]
