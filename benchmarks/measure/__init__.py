"""Scripts that run inside the site's Django and print their figures as JSON."""
