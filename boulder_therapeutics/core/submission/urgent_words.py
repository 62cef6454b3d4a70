"""The default list of words about what cannot wait for a reply.

The groups are those of cauda equina syndrome, heart and lungs, stroke, thrombosis,
fainting, and self-harm. Accents and hyphens make no difference.
"""

ENGLISH = """\
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
cut myself
harming myself"""

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
entumecimiento en la ingle
ingle entumecida
ingle adormecida
ingle dormida
anestesia en silla de montar
dolor en el pecho
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
