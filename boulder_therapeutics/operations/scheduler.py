"""Jobs that are due at a time rather than at a request.

The web processes run them, so that no cron job has to be set up. Whichever process is
first to add a job's key to the cache runs the job.
"""

import logging
import time

from django.core.cache import cache
from django.core.management import call_command

from .background import BackgroundWork

logger = logging.getLogger(__name__)

MINUTE, HOUR, DAY = 60, 60 * 60, 24 * 60 * 60  # seconds


class Scheduler:
    """Functions that are called at fixed intervals, each by one process only."""

    def __init__(self):
        self.jobs = {}
        self.deletions = {}

    def every(self, seconds, report=""):
        """Register the decorated function to be called at this interval.

        Functions that delete data when its period is over return how many, and have a
        `report`, the words before that number.
        """

        def register(function):
            key = f"job-{function.__module__}.{function.__name__}"
            self.jobs[key] = (seconds, function)
            if report:
                self.deletions[report] = function
            return function

        return register

    def delete_old_data(self):
        """Yield the report and the number of each deletion, due or not."""
        for report, delete in self.deletions.items():
            yield report, delete()

    def run_due_jobs(self):
        """Call the functions that no process has called within their interval."""
        for key, (seconds, function) in self.jobs.items():
            try:
                # The number of the interval, as a clock that is set back would leave
                # the key in the cache for long.
                if cache.add(f"{key}-{time.time() // seconds:.0f}", True, seconds):
                    function()
            except Exception:
                logger.exception("%s failed", function.__name__)
        return 0  # seconds, on top of the delay below


scheduler = Scheduler()
every = scheduler.every
# A little less than a minute, so that a job due every minute is never late.
clock = BackgroundWork(scheduler.run_due_jobs, delay=MINUTE - 5)


@every(MINUTE)
def publish_scheduled():
    """Publish and unpublish the pages that are due."""
    call_command("publish_scheduled", verbosity=0)
