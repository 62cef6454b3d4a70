"""Uses of other packages' private attributes, each with its reason."""


def set_route(request, route):
    """Make `wagtail.views.serve` use `route`, a RouteResult, and skip its own routing.

    Wagtail stores the result of its routing on the request and has no public way to
    set it. Can go when routing takes one query instead of two for each level:
    https://docs.wagtail.org/en/stable/reference/models.html#wagtail.models.Page.route_for_request
    """
    request._wagtail_route_for_request = route
