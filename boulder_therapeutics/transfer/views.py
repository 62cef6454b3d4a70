"""Settings > Export the site: write an export and download it."""

from django.core.exceptions import PermissionDenied
from django.forms import modelform_factory
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.generic import FormView, View

from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from .background import KEPT, worker
from .models import SiteExport


class AdministratorMixin:
    """A view for administrators; others get Wagtail's “permission denied”."""

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_superuser:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class IndexView(AdministratorMixin, WagtailAdminTemplateMixin, FormView):
    """The button, and the exports that can be downloaded."""

    form_class = modelform_factory(SiteExport, fields=["with_personal_data"])
    header_icon = "download"
    page_title = "Export the site"
    _show_breadcrumbs = True
    template_name = "transfer/index.html"

    def get_breadcrumbs_items(self):
        index = {"url": reverse("transfer:index"), "label": self.page_title}
        return [*self.breadcrumbs_items, index]

    def form_valid(self, form):
        if not any(export.is_active for export in SiteExport.objects.all()):
            form.instance.user = self.request.user
            form.save()
            worker.wake()
        return redirect("transfer:index")

    def get_context_data(self, **kwargs):
        exports = SiteExport.objects.select_related("user")
        is_active = any(export.is_active for export in exports)
        return super().get_context_data(
            exports=exports, is_active=is_active, days=KEPT.days, **kwargs
        )


class DownloadView(AdministratorMixin, View):
    """The archive of an export."""

    def get(self, request, pk):
        export = get_object_or_404(SiteExport, pk=pk, state=SiteExport.State.FINISHED)
        if not export.size:
            raise Http404
        name = f"site-{export.created:%Y-%m-%d}-{export.pk}.zip"
        response = FileResponse(
            export.path.open("rb"), as_attachment=True, filename=name
        )
        response["Cache-Control"] = "private, no-store"
        return response
