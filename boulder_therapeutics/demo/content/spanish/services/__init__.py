"""The Spanish services, by the slug of the English one."""

from .elbow import SERVICE as ELBOW
from .foot import SERVICE as FOOT
from .hip import SERVICE as HIP
from .knee import SERVICE as KNEE
from .lower_back import SERVICE as LOWER_BACK
from .shoulder import SERVICE as SHOULDER
from .sports_massage import SERVICE as SPORTS_MASSAGE

SERVICES = {
    "knee-pain": KNEE,
    "foot-and-ankle-pain": FOOT,
    "hip-and-glute-pain": HIP,
    "lower-back-pain": LOWER_BACK,
    "shoulder-and-neck-pain": SHOULDER,
    "elbow-and-forearm-pain": ELBOW,
    "sports-massage": SPORTS_MASSAGE,
}
