"""Reports by readers: one for each comment and network."""

from datetime import timedelta

from django.utils import timezone

from wagtail.log_actions import log

from boulder_therapeutics.core.submission.limits import waits
from boulder_therapeutics.core.submission.locks import locked_transaction

from ..models import Report
from ..submission.limits import network_hash
from ..submission.refusal import refuse_while
from .mail import notify_moderators

AN_HOUR = timedelta(hours=1)


def report_comment(comment, reason, ip, settings):
    """Store a report and notify the moderators if it is the first that is open.

    A network that has reported the comment before changes nothing. Raise Refusal if it
    has reported too many.
    """
    network = network_hash(ip)
    with locked_transaction(f"report {network}"):
        own = Report.objects.filter(network=network).exclude(network="")
        if own.filter(comment=comment).exists():
            return
        recent = own.filter(created__gt=timezone.now() - AN_HOUR).order_by("-created")
        times = recent.values_list("created", flat=True)
        refuse_while(waits(list(times), settings))
        is_first = not comment.reports.open().exists()
        report = comment.reports.create(reason=reason, network=network)
        log(comment, "comments.report")
        if is_first:
            notify_moderators(report)
