"""The networks that visitors come from."""

import ipaddress

# The bits of an IP address, by version, that are the same for one household.
PREFIXES = {4: 32, 6: 64}


def household(ip):
    """Return the first IP address of the household of `ip`, "" if it is unknown.

    A provider gives each household a network of IPv6 addresses, which all count as one.
    """
    if not ip:
        return ""
    prefix = PREFIXES[ipaddress.ip_address(ip).version]
    return str(ipaddress.ip_network(f"{ip}/{prefix}", strict=False).network_address)
