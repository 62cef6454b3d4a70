"""Settings > Import from WordPress: upload, analyze, import, report, undo."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.generic import DetailView, FormView, View

from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from ..background import worker
from ..models import ImportRun
from ..report.render import FORMATS, build_report, reasons_of, table_of
from ..report.tally import OUTCOMES
from ..report.words import readable
from .forms import ImportForm, UploadForm
from .permissions import PermissionMixin
from .summary import summarize
from .uploads import save_uploads

State = ImportRun.State
# Types of WordPress and its shops that are no texts.
INTERNAL = {
    *("(none)", "custom_css", "customize_changeset", "nav_menu_item", "oembed_cache"),
    *("product_variation", "revision", "shop_coupon", "shop_order", "user_request"),
}
STEPS = {
    **dict.fromkeys([State.ANALYZING, State.ANALYZED], 2),
    **dict.fromkeys([State.FINISHED, State.UNDONE], 4),
}
# What each button does: the states in which there is one, and the state afterwards.
ACTIONS = {
    "start": ([State.ANALYZED], State.WAITING),
    "continue": ([State.STOPPED, State.FAILED], State.WAITING),
    "analyze": ([State.STOPPED, State.FAILED], State.ANALYZING),
    "undo": ([State.FINISHED, State.STOPPED, State.FAILED], State.UNDOING),
}


class AdminMixin(PermissionMixin, WagtailAdminTemplateMixin):
    header_icon = "download"
    page_title = "Import from WordPress"
    _show_breadcrumbs = True

    def get_breadcrumbs_items(self):
        url = reverse("wordpress_import:index")
        index = {"url": url, "label": "Import from WordPress"}
        return [*self.breadcrumbs_items, index]


class IndexView(AdminMixin, FormView):
    """The first step, and the list of imports."""

    form_class = UploadForm
    template_name = "wordpress/admin/index.html"

    def form_valid(self, form):
        run = ImportRun.objects.create(state=State.STOPPED, user=self.request.user)
        save_uploads(run, form.cleaned_data)
        run.state = State.ANALYZING
        run.save()
        worker.wake()
        return redirect("wordpress_import:run", run.pk)

    def get_context_data(self, **kwargs):
        runs = ImportRun.objects.all()[:20]
        return super().get_context_data(runs=runs, step=1, **kwargs)


class RunView(AdminMixin, DetailView):
    """One import, whatever its state."""

    model = ImportRun
    context_object_name = "run"
    template_name = "wordpress/admin/run.html"

    def get_form(self):
        found = self.object.report.get("analysis", {})
        return ImportForm(
            self.request.POST or None,
            authors=found.get("authors", []),
            types=[row for row in found["found"]["types"] if is_of_plugin(row["type"])],
        )

    def get_context_data(self, **kwargs):
        run = self.object
        context = super().get_context_data(outcomes=OUTCOMES, **kwargs)
        context["step"] = STEPS.get(run.state, 3)
        found = run.report if run.report.get("items") else run.report.get("analysis")
        if found:
            context["summary"] = summarize(found)
            context["tables"] = [
                (name, readable(table_of(found[name])), reasons_of(found[name]))
                for name in ("items", "comments")
            ]
        if run.state == State.ANALYZED and "form" not in kwargs:
            context["form"] = self.get_form()
        context["actions"] = self.get_actions()
        context["is_reported"] = bool(run.report.get("items"))
        context["analysis"] = run.report.get("analysis")
        context["report"] = run.report
        return context

    def get_actions(self):
        """Return the names of the buttons that make sense now."""
        run, useless = self.object, set()
        if not run.items.exists():
            useless.add("undo")
        if not run.report.get("analysis"):
            useless.add("continue")
        names = [name for name, (states, _) in ACTIONS.items() if run.state in states]
        return [name for name in names if name not in useless]

    def post(self, request, *args, **kwargs):
        """Start the import with the options of the second step."""
        self.object = self.get_object()
        form = self.get_form()
        if self.object.state != State.ANALYZED or not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        self.object.options |= form.to_options()
        self.object.save(update_fields=["options"])
        return act(request, self.object.pk, "start")


def is_of_plugin(name):
    """Return whether somebody may want a type as pages."""
    is_internal = name.startswith(("wp_", "acf-", "_")) or name in INTERNAL
    return not is_internal


class ActionView(PermissionMixin, View):
    """Stop, continue or undo an import."""

    http_method_names = ["post"]

    def post(self, request, pk, action):
        return act(request, pk, action)


def act(request, pk, action):
    if action == "stop":
        ImportRun.objects.filter(pk=pk).update(stop_requested=True)
        messages.success(request, "It stops after the present batch.")
        return redirect("wordpress_import:run", pk)
    if action not in ACTIONS:
        raise Http404
    before, after = ACTIONS[action]
    rows = ImportRun.objects.filter(pk=pk, state__in=before)
    # Whoever was faster has done it, and this changes nothing.
    rows.update(state=after, stop_requested=False, error="", alive=None)
    worker.wake()
    return redirect("wordpress_import:run", pk)


class ReportView(PermissionMixin, View):
    """The report as a file, or as a page to print."""

    def get(self, request, pk, extension):
        run = get_object_or_404(ImportRun, pk=pk)
        if f".{extension}" not in FORMATS or not run.report.get("items"):
            raise Http404
        report = build_report(run, SavedTally(run.report), run.report.get("pages", []))
        response = HttpResponse(
            FORMATS[f".{extension}"](report),
            content_type={"html": "text/html", "csv": "text/csv"}.get(
                extension, "application/json"
            ),
        )
        if extension != "html":
            name = f'attachment; filename="import-{run.pk}.{extension}"'
            response["Content-Disposition"] = name
        return response


class SavedTally:
    """The tally of a run that has finished."""

    def __init__(self, report):
        names = ("items", "comments", "extra", "found", "notes", "notes_dropped")
        self.values = {name: report.get(name) for name in names}

    def to_json(self):
        return self.values
