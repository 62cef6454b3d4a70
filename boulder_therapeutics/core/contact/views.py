from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404

from ..http.client import client_ip
from ..http.origin import same_origin_required
from ..models import ContactPage
from ..submission.limits import too_many
from .create import TooManyMessages, create_message
from .forms import ContactForm


@same_origin_required
def send_message(request, page_id):
    """Save a visitor's message and mail it to the clinic.

    The response is a redirect (303) to the contact page, or that page with errors
    (422), or with the text of a visitor who has to wait (429).
    """
    page = get_object_or_404(ContactPage.objects.live().public(), pk=page_id)
    form = ContactForm(request.POST)
    if not form.is_valid():
        return page.show_form(request, form, status=422)
    try:
        message = create_message(form, client_ip(request))
    except TooManyMessages as error:
        form.add_error(None, too_many(error.seconds))
        response = page.show_form(request, form, status=429)
        response["Retry-After"] = error.seconds
        return response
    sent = "urgent" if message.is_urgent else "1"
    return HttpResponseRedirect(f"{page.get_url(request)}?sent={sent}#sent", status=303)
