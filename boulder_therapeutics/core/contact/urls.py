from django.urls import path

from . import views

app_name = "core"

urlpatterns = [
    path("messages/<int:page_id>/", views.send_message, name="send_message"),
]
