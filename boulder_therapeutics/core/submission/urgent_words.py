"""The default list of words about what cannot wait for a reply."""

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
