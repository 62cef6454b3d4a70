"""Reading exports: everything that is there, and refusing what is unsafe."""

import gzip
import zipfile

import pytest

from blog.wordpress.read.errors import ExportError
from blog.wordpress.read.files import Export
from blog.wordpress.read.parser import Parser, Site, read_items
from tests.wordpress.conftest import HEAD, TAIL, comment, item


def read(path):
    return list(read_items(Export([path])))


def read_text(tmp_path, text):
    path = tmp_path / "export.xml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read(path)


def test_item_has_its_fields_terms_meta_and_comments(write):
    category = '<category domain="category" nicename="news">News</category>'
    extra = category + comment(7, parent=3)
    (found,) = read_items(write(item(4, "Hello", extra, meta=[("key", "value")])))
    assert (found.number, found.type, found.status) == (4, "post", "publish")
    assert found.content == "Hello"
    assert [(t.domain, t.slug, t.name) for t in found.terms] == [
        ("category", "news", "News")
    ]
    assert found.get_meta("key") == "value"
    assert [(c.number, c.parent) for c in found.comments] == [(7, 3)]


def test_several_cdata_sections_are_one_text(tmp_path):
    body = "<content:encoded><![CDATA[a ]]]]><![CDATA[> b]]></content:encoded>"
    (found,) = read_text(tmp_path, f"{HEAD}<item>{body}</item>{TAIL}")
    assert found.content == "a ]]> b"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<!DOCTYPE rss><rss/>", "DOCTYPE"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><rss>&b;</rss>', "DOCTYPE"),
        ("<html></html>", "begins with <html>"),
        ("<rss><channel><item></item></channel></rss>", "no wp:wxr_version"),
        ("<rss><channel></channel></rss>", "no wp:wxr_version"),
        (HEAD.replace(">1.2<", ">9.9<") + TAIL, "9.9"),
        (f"{HEAD}<item><title>a & b</title></item>{TAIL}", "line 7"),
        (f"{HEAD}<item>", "not well-formed"),
        (HEAD + "<a>" * 50 + "</a>" * 50 + TAIL, "nested too deeply"),
        ("", "no element found"),
        (b"\xff\xfe\x00", "not well-formed"),
        ('<?xml version="1.0" encoding="nonsense"?><rss/>', "nonsense"),
        ('<?xml version="1.0" encoding="idna"?><rss/>', "encoding cannot be read"),
        (
            '<?xml version="1.0" encoding="unicode_escape"?>\\ud800',
            "encoding cannot be read",
        ),
        (f"{HEAD}<item><title>&#1114112;</title></item>{TAIL}", "line 7"),
    ],
)
def test_what_is_no_export_is_refused_with_a_reason(tmp_path, text, reason):
    with pytest.raises(ExportError, match=reason):
        read_text(tmp_path, text)


def test_doctype_in_utf_16_is_refused(tmp_path):
    text = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE rss><rss/>'
    with pytest.raises(ExportError, match="DOCTYPE"):
        read_text(tmp_path, text.encode("utf-16"))


def test_forbidden_characters_are_dropped_and_counted(tmp_path):
    parser = Parser(Site())
    path = tmp_path / "export.xml"
    text = HEAD + item(1, "a\x0bb\x00c\x10d\ufffee") + TAIL
    path.write_text(text)
    (found,) = read_items(Export([path]), parser=parser)
    assert found.content == "abcde"
    assert parser.dropped == 4


FORBIDDEN = ["&#11;", "&#x0B;", "&#0;", "&#0031;", "&#xd800;", "&#57343;", "&#xFfFe;"]


@pytest.mark.parametrize("size", range(1, 12))
def test_forbidden_references_are_dropped_and_counted(size):
    title, refs = "<title>&#65;{0}&#x42;&amp;#11;</title>", "".join(FORBIDDEN)
    cdata = f"<![CDATA[<![CDATA[{refs}]]>{refs}<![CDATA[]{refs}]]>"
    text = HEAD + f"<item>{title.format(refs)}<a>{cdata}</a>"
    text = (text + f"<content:encoded>{cdata}</content:encoded></item>{TAIL}").encode()
    parser = Parser(Site())
    chunks = [text[start : start + size] for start in range(0, len(text), size)]
    (found,) = parser.parse("a.xml", chunks)
    assert found.get("title") == "AB&#11;"
    assert found.content == f"<![CDATA[{refs}]{refs}"
    assert parser.dropped == 3 * len(FORBIDDEN)


@pytest.mark.parametrize("start", ["\n", "\ufeff\r\n\t", "\n\ufeff", "\n" * 300_000])
def test_blank_lines_before_the_declaration_are_dropped(tmp_path, start):
    assert read_text(tmp_path, start + HEAD + item(1) + TAIL)


def test_broken_utf_8_does_not_stop_the_import(tmp_path):
    text = (HEAD + item(1, "caf@ au lait") + TAIL).encode().replace(b"@", b"\xe9")
    (found,) = read_text(tmp_path, text)
    assert found.content == "caf� au lait"


def test_compressed_exports_and_parts_are_read(tmp_path):
    one, two = HEAD + item(1) + TAIL, HEAD + item(2) + TAIL
    packed = tmp_path / "export.xml.gz"
    packed.write_bytes(gzip.compress(one.encode()))
    archive = tmp_path / "export.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("part2.xml", two)
        file.writestr("part1.xml", one)
    assert [found.number for found in read(packed)] == [1]
    assert [found.number for found in read(archive)] == [1, 2]


@pytest.mark.parametrize("name", ["export.xml.gz", "export.zip"])
def test_damaged_archives_are_refused(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(b"\x1f\x8b broken" if name.endswith("gz") else b"PK broken")
    with pytest.raises(ExportError):
        read(path)


def test_archive_that_explodes_is_refused(tmp_path):
    archive = tmp_path / "export.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("a.xml", HEAD + " " * 120_000_000)
    with pytest.raises(ExportError, match="times its size"):
        read(archive)


def test_huge_item_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("blog.wordpress.read.parser.MAX_ITEM", 300_000)
    with pytest.raises(ExportError, match="more than"):
        read_text(tmp_path, HEAD + item(1, "x" * 2_000_000) + TAIL)


def test_every_collected_file_is_read_or_refused_with_its_line(export_path):
    try:
        read(export_path)
    except ExportError as error:
        assert "line" in str(error)
