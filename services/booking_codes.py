"""The booking code of a service, which is the same in all languages."""

from boulder_therapeutics.core.languages import DEFAULT


def share_booking_code(sender, instance, **kwargs):
    """Give a published service and its translations the code of the original."""
    services = sender.objects.filter(translation_key=instance.translation_key)
    original = services.filter(locale__language_code=DEFAULT).first()
    if original is not None:
        services.update(booking_code=original.booking_code)
