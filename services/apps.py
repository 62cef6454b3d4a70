from django.apps import AppConfig


class ServicesConfig(AppConfig):
    """The services of the clinic."""

    name = "services"

    def ready(self):
        from wagtail.signals import page_published

        from .booking_codes import share_booking_code

        page_published.connect(share_booking_code, self.get_model("ServicePage"))
