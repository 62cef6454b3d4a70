"""The default word lists of the comment settings, and the search for their entries."""

from ..characters import normalize

MODERATION = """\
bitcoin
casino
cbd
check out my
click here
cryptocurrency
diet pill
drop shipping
earn money
essay writing
followers
forex
gift card
guest post
investment opportunity
loan
make money
my channel
my website
onlyfans
sex
seo service
subscribe
telegram
weight loss pill
whatsapp
work from home"""

DISALLOWED = """\
[link=
[url=
buy viagra
cheap cialis
cheap viagra
cialis online
escort service
louis vuitton outlet
no credit check loan
no prescription
online casino bonus
payday loan
replica bags
replica watches
viagra online"""

URGENT = """\
bladder control
bowel control
lost control of my bladder
lost control of my bowel
numb between my legs
numb groin
numbness in my groin
saddle numbness
chest pain
chest tightness
pain in my chest
can't breathe
cannot breathe
short of breath
shortness of breath
coughing blood
coughing up blood
face is drooping
slurred speech
sudden weakness on one side
calf is hot and swollen
passed out
suicid
kill myself
end my life
ending my life
want to die
self-harm
self harm
cut myself
harming myself"""

QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})


def fold(text):
    """Return `text` case-folded and with straight quotation marks, for comparison."""
    return text.translate(QUOTES).casefold()


def find_entry(entries, *texts):
    """Return the first of `entries`, one per line, that occurs in `texts`, or None."""
    haystack = fold("\n".join(dict.fromkeys(texts)))
    for line in entries.splitlines():
        entry = line.strip()
        if entry and fold(normalize(entry)) in haystack:
            return entry
    return None
