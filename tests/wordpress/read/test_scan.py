"""The first look at an export."""

import gzip
import random
import zipfile

from blog.wordpress.read.files import Export
from blog.wordpress.read.scan import scan
from tests.wordpress.conftest import HEAD, TAIL, item


def test_progress_of_several_files_goes_up_to_their_size(tmp_path):
    noise = random.Random(1).randbytes(500_000).hex()
    text = HEAD + item(1, noise) + " " * 900_000 + TAIL
    (tmp_path / "a.xml").write_text(text)
    (tmp_path / "b.xml.gz").write_bytes(gzip.compress(text.encode()))
    with zipfile.ZipFile(tmp_path / "c.zip", "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("part2.xml", text)
        file.writestr("part1.xml", text)
    export, seen = Export(sorted(tmp_path.iterdir())), []
    for _ in range(2):
        scan(export, "UTC", seen.append)
        assert seen == sorted(seen)
        assert seen[-1] == export.size
        assert len([done for done in seen if done < export.size / 2]) > 4
        seen.clear()
