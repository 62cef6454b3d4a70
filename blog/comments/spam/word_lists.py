"""The default word lists of the comment settings."""

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
