from django.db import IntegrityError, transaction
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string

from boulder_therapeutics.mail import outbox

from ..http.origin import same_origin_required
from ..models import ClinicSettings, ContactPage
from .forms import ContactForm


@same_origin_required
def send_message(request, page_id):
    """Save a visitor's message and mail it to the clinic.

    The response is a redirect (303) to the contact page, or that page with errors
    (422).
    """
    page = get_object_or_404(ContactPage.objects.live().public(), pk=page_id)
    form = ContactForm(request.POST)
    if not form.is_valid():
        return page.show_form(request, form, status=422)
    save_message(form)
    return HttpResponseRedirect(f"{page.get_url(request)}?sent=1#sent", status=303)


def save_message(form):
    """Save the message of a valid `form` once; mail it unless it is from a spam bot."""
    form.instance.submission_key = form.submission_key
    try:
        with transaction.atomic():
            message = form.save()
            if not form.is_from_program:
                mail_message(message)
    except IntegrityError:
        return  # the same message again, for example after a double click


def mail_message(message):
    """Queue a mail to the clinic with a visitor's message."""
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
