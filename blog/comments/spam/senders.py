"""Senders of comments, named by an email address, a domain or an IP network."""

import ipaddress
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_domain_name, validate_email
from django.db import models
from django.db.models import Q

INVALID = (
    "Enter an email address, a domain like @example.com, an IP address like "
    "203.0.113.7, or a network like 203.0.113.0/24."
)
# The networks that providers assign to one customer or office, in bits by IP version.
USUAL_PREFIXES = {4: 24, 6: 64}
MAPPED_PREFIX = 96  # bits of an IPv6 address before the IPv4 address in it


class SenderKind(models.TextChoices):
    EMAIL = "email", "Email address"
    DOMAIN = "domain", "Email domain"
    NETWORK = "network", "IP address or network"


@dataclass(frozen=True)
class Sender:
    """One or more senders; equal ones have the same `value`."""

    kind: str
    value: str

    @property
    def network(self):
        return ipaddress.ip_network(self.value)


def parse_sender(text):
    """Return the Sender that `text` names, or raise ValidationError."""
    text = text.strip()
    if "@" not in text:
        return Sender(SenderKind.NETWORK, _parse_network(text))
    try:
        if text.startswith("@"):
            validate_domain_name(text[1:])
            return Sender(SenderKind.DOMAIN, text.casefold())
        validate_email(text)
    except ValidationError:
        raise ValidationError(INVALID) from None
    return Sender(SenderKind.EMAIL, text.casefold())


def names_of(email, ip):
    """Return the values of all Senders that include this email and IP address."""
    email = email.casefold()
    names = {email, f"@{email.rpartition('@')[2]}"} if email else set()
    if ip:
        address = ipaddress.ip_address(ip)
        bits = range(address.max_prefixlen + 1)
        names |= {_name(ipaddress.ip_network((address, n), strict=False)) for n in bits}
    return names


def usual_network(ip):
    """Return the value of the network that the sender at `ip` probably has."""
    address = ipaddress.ip_address(ip)
    bits = USUAL_PREFIXES[address.version]
    return _name(ipaddress.ip_network((address, bits), strict=False))


def sent_by(comments, sender):
    """Return those of `comments` that `sender` sent."""
    if sender.kind == SenderKind.EMAIL:
        return comments.filter(email__iexact=sender.value)
    if sender.kind == SenderKind.DOMAIN:
        return comments.filter(email__iendswith=sender.value)
    # Databases differ in how they compare networks. Few addresses share the beginning.
    found = comments.order_by().filter(_starts_like(sender.network)).values_list("ip")
    found = {ip for (ip,) in found if ipaddress.ip_address(ip) in sender.network}
    return comments.filter(ip__in=found)


def _parse_network(text):
    try:
        network = ipaddress.ip_network(text, strict=False)
    except ValueError:
        raise ValidationError(INVALID) from None
    mapped = network.version == 6 and network.network_address.ipv4_mapped
    if mapped and network.prefixlen >= MAPPED_PREFIX:  # as the addresses of visitors
        network = ipaddress.ip_network((mapped, network.prefixlen - MAPPED_PREFIX))
    return _name(network)


def _name(network):
    """Return a single address without the length of its prefix."""
    is_address = network.num_addresses == 1
    return str(network.network_address if is_address else network)


def _starts_like(network):
    """Return a filter for the IP addresses that may be in `network`."""
    if network.version == 6:
        # Groups of zeros may be abbreviated, except at the beginning of public ones.
        first = str(network.network_address).partition(":")[0]
        return Q(ip__startswith=first if network.prefixlen >= 16 else "")
    groups = str(network.network_address).split(".")[: network.prefixlen // 8]
    return Q(ip__startswith=".".join(groups))
