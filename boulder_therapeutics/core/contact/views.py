from django.db import IntegrityError, InterfaceError, OperationalError, transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string

from boulder_therapeutics.mail import outbox

from ..http.origin import same_origin_required
from ..models import ClinicSettings, ContactPage
from .forms import ContactForm


@same_origin_required
def send_message(request, page_id):
    """Keep a visitor's message and mail it to the clinic.

    Answers 303 to the contact page, 422 with the page and what was wrong, or 503 with
    the text when the database is away.
    """
    try:
        return take_message(request, page_id)
    except (OperationalError, InterfaceError):
        typed = {"typed_text": request.POST.get("text", "")}
        html = render_to_string("503.html", typed)
        return HttpResponse(html, status=503, headers={"Retry-After": "30"})


def take_message(request, page_id):
    """Keep what is valid, or show the page again with what is not."""
    page = get_object_or_404(ContactPage.objects.live().public(), pk=page_id)
    form = ContactForm(request.POST)
    if not form.is_valid():
        return page.show_form(request, form, status=422)
    keep_message(form)
    return HttpResponseRedirect(f"{page.get_url(request)}?sent=1#sent", status=303)


def keep_message(form):
    """Store the message of a valid `form` once, and mail it unless a program wrote."""
    form.instance.submission_key = form.submission_key
    try:
        with transaction.atomic():
            message = form.save()
            if not form.is_from_program:
                mail_message(message)
    except IntegrityError:
        # The same message once more, from a second click.
        return


def mail_message(message):
    """Put the mail about a visitor's `message` into the outbox."""
    clinic = ClinicSettings.load()
    if not clinic.email:
        return
    outbox.queue(
        key=f"message-{message.pk}",
        subject=f"[{clinic.name}] Message from {message.name}",
        body=render_to_string("core/contact_mail.txt", {"message": message}),
        to=[clinic.email],
        reply_to=[message.reply_to] if "@" in message.reply_to else [],
    )
