import json
import os
import subprocess
import sys
from urllib.request import urlopen

import boto3
import pytest
from moto.server import ThreadedMotoServer

from django.conf import settings

KEYS = {"S3_ACCESS_KEY_ID": "key", "S3_SECRET_ACCESS_KEY": "secret"}
PUBLIC = {
    "Statement": {
        "Effect": "Allow",
        "Principal": "*",
        "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::clinic/*",
    }
}
SAVE = """
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
name = default_storage.save("images/knee.txt", ContentFile(b"a knee"))
print(default_storage.url(name))
"""


@pytest.fixture
def service():
    """The URL of an S3 server with one bucket."""
    server = ThreadedMotoServer(port=0)
    server.start()
    _, port = server.get_host_and_port()
    url = f"http://127.0.0.1:{port}"
    client = boto3.client(
        "s3",
        endpoint_url=url,
        region_name="us-east-1",
        aws_access_key_id="key",
        aws_secret_access_key="secret",
    )
    client.create_bucket(Bucket="clinic")
    client.put_bucket_policy(Bucket="clinic", Policy=json.dumps(PUBLIC))
    yield url
    server.stop()


def run_shell(code, **environment):
    """Run `code` with the settings for development and this environment."""
    return manage("shell", "--no-imports", "--command", code, **environment)


def manage(*arguments, **environment):
    """Run manage.py with this environment only."""
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=settings.BASE_DIR,
        env={"PATH": os.environ["PATH"]} | environment,
        capture_output=True,
        text=True,
    )


def test_upload_is_stored_in_the_bucket_and_public(service):
    bucket = {
        "S3_BUCKET": "clinic",
        "S3_ENDPOINT_URL": service,
        "S3_PUBLIC_URL": f"{service}/clinic",
    }
    result = run_shell(SAVE, **KEYS, **bucket)
    assert result.stderr == ""
    url = result.stdout.strip()
    assert url == f"{service}/clinic/images/knee.txt"
    with urlopen(url) as response:
        assert response.read() == b"a knee"
        assert response.headers["Cache-Control"] == "public, max-age=31536000"


def test_security_policy_allows_images_of_the_bucket():
    code = "from django.conf import settings;print(settings.CONTENT_SECURITY_POLICY)"
    bucket = {"S3_BUCKET": "clinic", "S3_PUBLIC_URL": "https://media.example.com/x"}
    assert "'https://media.example.com'" in run_shell(code, **KEYS, **bucket).stdout


@pytest.mark.parametrize(
    ("environment", "message"),
    [
        ({"S3_BUCKET": "clinic"}, "S3_PUBLIC_URL is missing"),
        (
            {"S3_BUCKET": "clinic", "S3_PUBLIC_URL": "https://media.example.com"},
            "S3_ACCESS_KEY_ID is missing",
        ),
        ({"S3_BUCKET": "clinic", "S3_PUBLIC_URL": "media"}, "S3_PUBLIC_URL must be"),
    ],
)
def test_incomplete_settings_are_a_one_line_error(environment, message):
    result = manage("check", **environment)
    assert result.returncode == 1
    assert message in result.stderr
    assert result.stderr.count("\n") == 1
