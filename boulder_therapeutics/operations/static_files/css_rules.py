"""The rules of a minified stylesheet, and which of them a page needs."""

import re
from dataclasses import dataclass, field

MARKS = re.compile(r'"[^"]*"|[{};]')
# Rules with rules inside.
GROUPS = ("@container", "@layer", "@media", "@supports")
# What a selector says besides: attributes, and what is in parentheses.
ASIDES = re.compile(r"\[[^\]]*\]|\([^()]*\)")
CLASS = re.compile(r"\.([\w-]+)")


@dataclass
class Rule:
    """A rule as text; a group has what is inside as rules, too."""

    text: str
    prelude: str = ""
    rules: list = None
    # For each selector of the rule the classes without which it finds nothing.
    needs: list = field(init=False)

    def __post_init__(self):
        has_selectors = self.prelude and not self.prelude.startswith("@")
        self.needs = read_classes(self.prelude) if has_selectors else [set()]

    def write(self, classes):
        """Return what is needed of the rule where there are no other classes."""
        if self.rules is None:
            return self.text if any(need <= classes for need in self.needs) else ""
        inside = write(self.rules, classes)
        return f"{self.prelude}{{{inside}}}" if inside else ""


def parse(css):
    """Return the rules of a stylesheet that has no comments."""
    rules, start, opened, depth = [], 0, 0, 0
    for mark in MARKS.finditer(css):
        match mark[0]:
            case "{":
                opened = opened if depth else mark.end()
                depth += 1
            case "}":
                depth -= 1
                if not depth:
                    prelude = css[start : opened - 1]
                    is_group = prelude.startswith(GROUPS)
                    inside = parse(css[opened : mark.start()]) if is_group else None
                    rules.append(Rule(css[start : mark.end()], prelude, inside))
                    start = mark.end()
            case ";" if not depth:
                rules.append(Rule(css[start : mark.end()]))
                start = mark.end()
    return rules


def write(rules, classes):
    """Return as text what is needed of `rules` where there are no other `classes`."""
    return "".join(rule.write(classes) for rule in rules)


def read_classes(selectors):
    """Return the set of classes that each of the selectors needs, for certain."""
    count = 1
    while count:
        selectors, count = ASIDES.subn("", selectors)
    return [set(CLASS.findall(selector)) for selector in selectors.split(",")]
