# A separate stage for the dependencies, which is rebuilt only when they change.
FROM python:3.11-slim-bookworm AS dependencies
RUN python -m venv /venv
COPY requirements.txt .
RUN /venv/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements.txt

FROM python:3.11-slim-bookworm
ENV DJANGO_SETTINGS_MODULE=boulder_therapeutics.settings.production \
    PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1
RUN useradd --system --create-home --uid 10001 site
WORKDIR /site
COPY --from=dependencies /venv /venv
COPY . .
# The key is for this step only and is not stored in the image.
RUN SECRET_KEY="$(python -c 'import secrets; print(secrets.token_urlsafe(50))')" \
    python manage.py collectstatic --noinput --verbosity 0 \
    && mkdir -p var/cache var/exports var/imports var/locks var/media \
    && chown site var var/cache var/exports var/imports var/locks var/media
USER site
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=120s CMD ["python", "-c", \
    "import os, urllib.request as web; web.urlopen('http://127.0.0.1:%s/health/live' % (os.environ.get('PORT') or 8000), timeout=4)"]
CMD ["python", "manage.py", "serve", "--host", "0.0.0.0"]
