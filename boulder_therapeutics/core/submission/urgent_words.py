"""The default list of words about what cannot wait for a reply.

The groups are those of cauda equina syndrome, heart and lungs, stroke, thrombosis,
fainting, and self-harm. Accents and hyphens make no difference.
"""

ENGLISH = """\
bladder control
bowel control
control my bladder
control my bowel
control of bladder
control of bowel
control of my bladder
control of my bowel
control of the bladder
control of the bowel
bladder or bowel
can't urinate
cannot urinate
can't pee
control my urine
control my pee
hold my urine
hold my pee
wet myself
numb between my legs
numb between the legs
numbness between my legs
numbness between the legs
numb between my thighs
numbness between my thighs
numb between the thighs
numbness in my private
numb genitals
numbness in my genitals
can't feel my legs
cannot feel my legs
numb groin
groin is numb
numb in my groin
numbness in my groin
numbness in the groin
numb around my groin
saddle numbness
heart attack
chest pain
chest hurts
chest is hurting
chest aches
chest discomfort
chest pressure
chest tightness
chest is tight
chest feels tight
tight chest
pain in chest
pain across my chest
hurting in my chest
discomfort in my chest
pain in my chest
pain in the chest
pains in my chest
pressure in my chest
pressure on my chest
tightness in my chest
can't breathe
can not breathe
cannot breathe
can hardly breathe
can barely breathe
hard to breathe
struggling to breathe
trouble breathing
difficulty breathing
short of breath
shortness of breath
coughing blood
coughing up blood
cough up blood
coughed up blood
having a stroke
face is drooping
face is droopy
drooping face
face droops
slurred speech
speech is slurred
slurring my words
sudden weakness on one side
sudden numbness on one side
suddenly weak on one side
suddenly numb on one side
calf is hot and swollen
calf is swollen
swollen calf
clot in my leg
blood clot
passed out
passing out
fainted
blacked out
lost consciousness
suicid
kill myself
kill my self
killing myself
end my life
ending my life
end it all
ending it all
thinking of ending it
thinking about ending it
take my own life
taking my own life
want to die
wish I was dead
wish I were dead
better off dead
not want to live
don't want to live
don't want to be alive
don't want to be here anymore
no reason to live
overdose
self-harm
cut myself
cutting myself
harm myself
harm my self
harming myself
harming yourself
want to hurt myself
going to hurt myself
thoughts of hurting myself
hurt myself on purpose
hurting myself on purpose"""

SPANISH = """\
control de la vejiga
control de los esfínteres
control de esfínteres
control del intestino
control de los intestinos
control de mi vejiga
control de mis intestinos
no controlo la orina
no puedo controlar la orina
no puedo orinar
me orino encima
me hago encima
entumecimiento entre las piernas
entumecido entre las piernas
adormecimiento entre las piernas
adormecido entre las piernas
no siento entre las piernas
no siento las piernas
no siento mis piernas
entumecimiento en la ingle
ingle entumecida
ingle adormecida
ingle dormida
anestesia en silla de montar
dolor en el pecho
dolor en pecho
dolor en mi pecho
dolor de pecho
dolor del pecho
dolores en el pecho
dolor torácico
duele el pecho
duele mucho el pecho
dolor fuerte en el pecho
opresión de pecho
presión en el pecho
aprieta el pecho
no puedo respirar
no puede respirar
no consigo respirar
no logro respirar
no respiro bien
cuesta respirar
cuesta mucho respirar
dificultad para respirar
dificultad al respirar
falta de aire
falta el aire
falta de aliento
me ahogo
me estoy ahogando
tos con sangre
toso sangre
tosiendo sangre
tosí sangre
escupo sangre
escupiendo sangre
cara caída
cara está caída
cara se me cae
se me cae la cara
cara torcida
boca torcida
arrastro las palabras
habla arrastrada
no puedo hablar bien
dificultad para hablar
debilidad repentina
debilidad súbita
pantorrilla caliente
pantorrilla está caliente
pantorrilla hinchada y
pantorrilla está hinchada y
me desmayé
se desmayó
me he desmayado
perdí el conocimiento
perdió el conocimiento
perdí la conciencia
quiero morir
ganas de morir
deseo morir
no quiero vivir
no quiero seguir viviendo
matarme
me quiero matar
me voy a matar
quitarme la vida
quitar la vida
acabar con mi vida
terminar con mi vida
autolesi
hacerme daño a mí mism
quiero hacerme daño
me hago daño a propósito
cortarme las venas
cortarme los brazos
me corto los brazos
me hago cortes"""

URGENT = f"{ENGLISH}\n{SPANISH}"
