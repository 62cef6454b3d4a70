"""All demo services, in the order the site lists them."""

from .elbow import SERVICE as ELBOW
from .foot import SERVICE as FOOT
from .hip import SERVICE as HIP
from .knee import SERVICE as KNEE
from .lower_back import SERVICE as LOWER_BACK
from .shoulder import SERVICE as SHOULDER
from .sports_massage import SERVICE as SPORTS_MASSAGE

SERVICES = [KNEE, FOOT, HIP, LOWER_BACK, SHOULDER, ELBOW, SPORTS_MASSAGE]
