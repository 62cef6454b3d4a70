from django.core.paginator import InvalidPage, Paginator
from django.http import Http404


def paginate(objects, request, per_page):
    """Return the page of `objects` that `?page=` names; raise Http404 if none."""
    try:
        return Paginator(objects, per_page).page(request.GET.get("page", 1))
    except InvalidPage:
        raise Http404("There is no such page.") from None
