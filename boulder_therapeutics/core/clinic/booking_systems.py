"""The URLs of booking systems, with a service and a therapist preselected.

Documented by the vendor, as of November 2026:

- Acuity: the parameters, https://developers.acuityscheduling.com/docs/embedding and
  https://help.acuityscheduling.com/hc/en-us/articles/31919067234445
- SimplePractice: the address of the client portal and nothing to preselect,
  https://support.simplepractice.com/hc/en-us/articles/207624876

Not documented, but the addresses that the booking pages themselves show and that
clinics link to, and so the first to check when a link no longer preselects anything:

- Jane: “#/staff_member/1/treatment/2” and “#/discipline/1/treatment/2”
- Cliniko: the parameters have the names of the identifiers in its API,
  https://docs.api.cliniko.com/openapi/reference/tag/Available-Time/
- Mindbody: “classic/ws?studioid=1&stype=-9&sTG=2&sVT=3&sTrn=4”
"""

import re
from typing import NamedTuple
from urllib.parse import quote, urlencode

PLACE = re.compile(r"\{(\w+)\}")
NAME = r"(?!www\.)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"


def below(domain, name=NAME):
    """Return a pattern for a name, or for the URL of a host with it below `domain`."""
    url_end = rf"\.{re.escape(domain)}(?:[/?#].*)?"
    return rf"(?:https?://)?({name})(?:{url_end})?"


class BookingSystem(NamedTuple):
    """URLs with {places} for codes, the most specific first, and query parameters.

    The first URL is used whose places can all be filled, with those parameters whose
    codes are known, by the names of the codes. `account` is a pattern for what staff
    may type as their account, which is its first group.
    """

    account: str
    urls: list[str]
    parameters: dict[str, str] = {}

    def find_account(self, typed):
        """Return the account in its name, host or URL, or "" if there is none."""
        match = re.fullmatch(self.account, typed.strip(), re.IGNORECASE)
        return match[1] if match else ""

    def fill(self, codes):
        """Return the URL for a dict of codes, of which only “account” is required."""
        codes = {name: code for name, code in codes.items() if code}
        url = next(u for u in self.urls if codes.keys() >= {*PLACE.findall(u)})
        query = {p: codes[name] for name, p in self.parameters.items() if name in codes}
        filled = PLACE.sub(lambda place: quote(codes[place[1]], safe=""), url)
        separator = "&" if "?" in url else "?"
        return f"{filled}{separator}{urlencode(query)}" if query else filled


SYSTEMS = {
    "jane": BookingSystem(
        below("janeapp.com"),
        [
            "https://{account}.janeapp.com/#/staff_member/{therapist}/treatment/{service}",
            "https://{account}.janeapp.com/#/staff_member/{therapist}",
            "https://{account}.janeapp.com/#/discipline/{group}/treatment/{service}",
            "https://{account}.janeapp.com/",
        ],
    ),
    "cliniko": BookingSystem(
        below("cliniko.com", rf"{NAME}(?:\.[a-z]{{2}}\d+)?"),
        ["https://{account}.cliniko.com/bookings"],
        {
            "group": "business_id",
            "service": "appointment_type_id",
            "therapist": "practitioner_id",
        },
    ),
    "mindbody": BookingSystem(
        r"(?:https?://\w+\.mindbodyonline\.com/\S*[?&]studioid=)?(-?\d+)(?:&\S*)?",
        [
            "https://clients.mindbodyonline.com/classic/ws"
            "?studioid={account}&stype=-9&sView=day"
        ],
        {"group": "sTG", "service": "sVT", "therapist": "sTrn"},
    ),
    "acuity": BookingSystem(
        below("acuityscheduling.com"),
        ["https://{account}.acuityscheduling.com/schedule.php"],
        {"service": "appointmentType", "therapist": "calendarID"},
    ),
    "simplepractice": BookingSystem(
        below("clientsecure.me"), ["https://{account}.clientsecure.me/request/service"]
    ),
}
