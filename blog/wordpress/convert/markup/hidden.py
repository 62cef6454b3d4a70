"""Text that not every visitor saw, which must not become public, is left out first."""

import re
from itertools import islice

from .delimiters import DELIMITER, has_blocks
from .html import parse, plain
from .shortcodes import VERBATIM

LEFT_OUT = "for members only, left out"
# Shortcodes of plugins that hide what is between them and their closers. One that is
# never closed hides all that follows: nobody knows any more where it should end.
WRAPPERS = (
    r"members?(?:[-_]?only)?|membership|private|protect(?:ed)?|"
    r"restrict(?:ed)?(?:[-_](?:content|access))?|"
    r"(?:hide|hidden)(?:[-_]content)?|s2if|um_loggedin|passster|ppwp|"
    r"arm_restrict_content|groups_member|swpm_protected|content_protector|paywall|"
    r"pc-pvt-content|(?:is_?|if[-_]?)?(?:user_)?logged[-_]?in(?:[-_]only)?|access|"
    r"log[-_]?in[-_](?:only|required)|password[-_]protect(?:ed)?|"
    r"(?:private|paid|premium)[-_]content|"
    r"pmpro_member(?!\s+field)|wcm_restrict|mepr-(?:show|active)|wlm_private|"
    r"ihc-hide-content|wpmem_logged_in|members_logged_in|"
    r"(?:subscriber|client|customer|patient|student|user|staff)s?[-_]only"
)
# Families of them, in which other names stand alone, such as a list of prices.
FAMILIES = (
    r"members?[-_][\w-]*|s2member[\w-]*|mepr[-_][\w-]*|pmpro[-_][\w-]*|rcp_[\w-]*|"
    r"wcm_[\w-]*|wlm_[\w-]*|ihc-[\w-]*|wpmem_[\w-]*|swpm_[\w-]*|e?member_[\w-]*|"
    r"groups_(?!non_member)[\w-]*|private[-_][\w-]*|memb_[\w-]*|only[-_][\w-]*|"
    r"um_show_content|is_(?:paid|member|subscriber|customer)[\w-]*|user_role|memberful|"
    r"subscribers?|registered(?:[-_]only)?|paid|premium|vip"
)
TAG = re.compile(
    rf"\[(?P<closer>/?)(?P<name>(?P<wrapper>{WRAPPERS})|{FAMILIES})(?![\w-])"
    r"(?P<attributes>\s(?:[^\[\]\"']|\"[^\"]*\"|'[^']*'){0,2000}?|[^\[\]]*?)"
    r"(?P<void>/?)\]",
    re.IGNORECASE,
)
AFTER_WORD = re.compile(r"[\s.,;:!?)<]|$")

BLOCKS = (
    r"pmpro/membership|premium-content/subscriber-view|groups/groups-member|"
    r"(?!pmpro/)[\w-]+/(?:members?-(?:only|content)|membership|restrict(?:ed)?|"
    r"(?:restrict(?:ed)?|protected|private|paid|premium)-content|"
    r"content-restriction|logged-in(?:-view|-content)?)"
)
HIDES_THE_REST = "jetpack/paywall"
SETTINGS = re.compile(
    r'"blockVisibility":\s*false|"hideBlock":\s*true|"visibilityBlockEnabled":\s*true|'
    r'"visibilityByRole":\s*"(?!all"|public"|logged-out")|:\s*"logged[-_]?[iI]n"|'
    r'"um_is_restrict":\s*true(?!.*"um_who_access":\s*"?[02])'
)
HIDDEN_BLOCK = re.compile(rf"(?:{BLOCKS}|{HIDES_THE_REST})")
HINT = re.compile(rf"<!--\s+wp:(?:{BLOCKS}|{HIDES_THE_REST})\s|{SETTINGS.pattern}")


def leave_out_hidden(content, losses):
    """Return `content` without its hidden blocks and what shortcodes hide.

    It works on the source, as both may enclose any number of blocks, and code.
    """
    if has_blocks(content) and HINT.search(content):
        content = _without(content, _hidden_blocks(content), losses)
    if "[" in content:
        content = _without(content, _hidden_ranges(content), losses)
    return content


def _without(content, ranges, losses):
    kept, end = [], 0
    for name, start, stop in ranges:
        kept.append(content[end:start])
        words = plain(parse(content[start:stop]))
        losses.add(LEFT_OUT, words if words.startswith("[") else f"{name} {words}")
        end = stop
    return "".join([*kept, content[end:]])


def _hidden_blocks(content):
    """Yield name, start and end of the hidden blocks, each with all that is in it."""
    name, start, depth = "", 0, 0
    for match in DELIMITER.finditer(content):
        if depth:
            if match["name"] == name and not match["void"]:
                depth += -1 if match["closer"] else 1
        elif _is_hidden(match):
            name, start = match["name"], match.start()
            depth = 0 if match["void"] else 1
        else:
            continue
        if name == HIDES_THE_REST:
            break
        if not depth:
            yield name, start, match.end()
    if depth or name == HIDES_THE_REST:
        yield name, start, len(content)


def _is_hidden(match):
    if match["closer"]:
        return False
    is_listed = HIDDEN_BLOCK.fullmatch(match["name"])
    return is_listed or SETTINGS.search(match["attributes"] or "")


def _hidden_ranges(content):
    """Yield name, start and end of what shortcodes hide, with the shortcodes."""
    tags = [tag for tag in TAG.finditer(content) if not tag["void"]]
    last = {_name(tag): number for number, tag in enumerate(tags) if tag["closer"]}
    in_code = _starts_in_code(content) if tags else ()
    end = 0
    for number, tag in enumerate(tags):
        if tag.start() < end or tag["closer"] or _is_literal(content, tag):
            continue
        if number < last.get(_name(tag), -1):
            end = _end_of_pair(tags, number)
        elif tag.start() not in in_code and _hides_the_rest(content, tag):
            end = len(content)
        else:
            continue
        yield f"[{tag['name']}]", tag.start(), end


def _name(tag):
    return tag["name"].lower()


def _starts_in_code(content):
    code = [match.span() for match in VERBATIM.finditer(content)]
    return {tag.start() for span in code for tag in TAG.finditer(content, *span)}


def _end_of_pair(tags, number):
    """Return where the closer of a tag ends, or the last one if they do not match."""
    name, depth, end = _name(tags[number]), 0, 0
    for tag in islice(tags, number, None):
        if _name(tag) == name:
            depth += -1 if tag["closer"] else 1
            end = tag.end() if tag["closer"] else end
        if not depth:
            break
    return end


def _is_literal(content, tag):
    """Return whether it is in double brackets."""
    around = content[max(tag.start() - 1, 0) : tag.end() + 1]
    return around.startswith("[[") and around.endswith("]]")


def _hides_the_rest(content, tag):
    """Return whether a tag without a closer is more than a word in brackets."""
    if not tag["wrapper"] or not tag["name"][0].islower():
        return False
    before = content[max(tag.start() - 100, 0) : tag.start()].rstrip(" ")
    is_in_sentence = before and before[-1] not in "\n>"
    is_word = is_in_sentence and not tag["attributes"]
    return not (is_word and AFTER_WORD.match(content, tag.end()))
