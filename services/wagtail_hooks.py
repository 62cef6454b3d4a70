from wagtail import hooks

from .structured_data import add_services

hooks.register("construct_structured_data", add_services)
