"""Progress on a terminal: a bar, lines, or nothing."""

import time

from tqdm import tqdm

SECONDS = 10  # between two lines


class Bar:
    """One bar for each phase, with the time that is left."""

    def __init__(self, stream):
        self.stream, self.bar, self.phase = stream, None, None

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self._close()

    def __call__(self, phase, done, total):
        if phase != self.phase:
            self._close()
            self.phase = phase
            self.bar = tqdm(
                desc=phase, total=total, file=self.stream, disable=None, unit_scale=True
            )
        self.bar.update(done - self.bar.n)

    def _close(self):
        if self.bar is not None:
            self.bar.close()


class Lines(Bar):
    """A line every ten seconds, for logs."""

    last = 0

    def __call__(self, phase, done, total):
        if phase != self.phase or time.monotonic() - self.last > SECONDS:
            self.phase, self.last = phase, time.monotonic()
            self.stream.write(f"{phase}: {done:,} of {total:,}")


class Nothing(Bar):
    def __call__(self, phase, done, total):
        """Show nothing."""


PROGRESS = {"auto": Bar, "plain": Lines, "none": Nothing}
