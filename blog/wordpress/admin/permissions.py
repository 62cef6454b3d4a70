from django.core.exceptions import PermissionDenied

from ..models.run import IMPORT


class PermissionMixin:
    """A view for users who may import; others get Wagtail's “permission denied”."""

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm(IMPORT):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)
