from django.core.paginator import InvalidPage, Paginator
from django.db.models import QuerySet
from django.http import Http404


class QuickPaginator(Paginator):
    """Pages of objects, which may be counted already, as quick at the end."""

    def __init__(self, objects, per_page, count=None):
        super().__init__(objects, per_page)
        if count is not None:
            self.count = count

    def page(self, number):
        """Return a page; one in the second half of a queryset is read from the end."""
        number = self.validate_number(number)
        start = (number - 1) * self.per_page
        stop = min(start + self.per_page, self.count)
        if not isinstance(self.object_list, QuerySet) or stop <= self.count / 2:
            return super().page(number)
        backwards = self.object_list.reverse()
        found = list(backwards[self.count - stop : self.count - start])
        return self._get_page(found[::-1], number, self)


def paginate(objects, request, per_page, count=None):
    """Return the page of `objects` that `?page=` names; one that is not there is 404.

    The first page has one address only, the one without `?page=`. Whoever knows the
    `count` of the objects saves a query.
    """
    paginator = QuickPaginator(objects, per_page, count)
    try:
        return paginator.page(request.GET.get("page", 1))
    except InvalidPage:
        raise Http404("There is no such page.") from None
