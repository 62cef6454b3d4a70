"""All demo articles, newest first."""

from .achilles_pain import ARTICLE as ACHILLES_PAIN
from .climbers_elbow import ARTICLE as CLIMBERS_ELBOW
from .desk_and_bike_back import ARTICLE as DESK_AND_BIKE_BACK
from .first_visit import ARTICLE as FIRST_VISIT
from .foam_rolling_basics import ARTICLE as FOAM_ROLLING_BASICS
from .ice_or_heat import ARTICLE as ICE_OR_HEAT
from .it_band_comeback import ARTICLE as IT_BAND_COMEBACK
from .return_to_running_plan import ARTICLE as RETURN_TO_RUNNING_PLAN
from .runners_knee import ARTICLE as RUNNERS_KNEE
from .spring_10k_shins import ARTICLE as SPRING_10K_SHINS
from .swimmers_shoulder import ARTICLE as SWIMMERS_SHOULDER

ARTICLES = [
    SPRING_10K_SHINS,
    SWIMMERS_SHOULDER,
    FOAM_ROLLING_BASICS,
    CLIMBERS_ELBOW,
    RUNNERS_KNEE,
    RETURN_TO_RUNNING_PLAN,
    IT_BAND_COMEBACK,
    FIRST_VISIT,
    ICE_OR_HEAT,
    DESK_AND_BIKE_BACK,
    ACHILLES_PAIN,
]
