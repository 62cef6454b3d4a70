"""Phrases that confirm in public that somebody is a client, and the search for them.

Staff can edit the phrases, so they are no regular expressions: `a/b` is one word or the
other, `…` up to three words, `*` the rest of a word, VISIT a word like “session”, DAY
a day of the week, BODY a part of the body, and NAME somebody of the team. A phrase is
searched within a sentence, without regard to case and punctuation.
"""

import re
from functools import lru_cache

from django.core.exceptions import ValidationError

from boulder_therapeutics.core.submission.characters import without_accents

WORDS = {
    "VISIT": "visit* session* appointment* treatment* massage* booking* intake "
    "consultation* assessment* evaluation* follow-up* check-up* "
    "cita* sesión* sesiones tratamiento* masaje*",
    "DAY": "monday* tuesday* wednesday* thursday* friday* saturday* sunday* yesterday* "
    "lunes martes miércoles jueves viernes sábado* domingo* ayer",
    "BODY": "knee* back hip* shoulder* neck ankle* foot feet heel* calf calves shin* "
    "hamstring* quad* glute* groin achilles elbow* wrist* arm* leg* band muscle* "
    "rodilla* espalda cadera* hombro* cuello tobillo* pie* talón pantorrilla* codo* "
    "muñeca* brazo* pierna*",
}
TEAM = "NAME"
ENGLISH = """\
your VISIT/slot
your … last/latest/next/second/third/previous/recent/upcoming … VISIT
your … past/initial/final/weekly/monthly/regular … VISIT
your first … VISIT with/went/was
at/after/since/during/from/following/in your … VISIT
our … work/VISIT/time/progress together/with/on/last/next/was/went/in
our last/next/first/second/previous/recent … VISIT/meeting/conversation/talk
after/since/during/before/from our … VISIT
DAY/morning/afternoon/evening VISIT
your … file/chart/records/notes/account/invoice/bill/receipt/package/membership
your … claim/copay/deposit/refund/payment/referral/balance
your treatment/care/rehab/intake plan/form
your home program/exercise*/routine/plan
the intake form … you/your/before
insurance … paid/covered/approved/denied/rejected/reimbursed
see/seeing you … again/soon/next/then/tomorrow/tonight/back/week/month/DAY
good/great/nice/lovely/wonderful/pleasure to … see/have/meet/treat you
good/great/nice/lovely/wonderful seeing/having/meeting/treating/helping you
pleasure/enjoyed/loved/loves/love/glad … seeing/having/meeting/treating/working
working with you
we/i/everyone/team … miss/missed you
look/looking forward to … seeing/working/treating/continuing/having
look/looking forward to our/your … VISIT/next/return/progress/recovery
thank/thanks/grateful/appreciate … coming/visiting/visit/booking
thank/thanks/grateful/appreciate … choosing us/our/me/boulder
thank/thanks/grateful/appreciate … trusting/trust/loyalty/business
i/we/he/she/they … saw/treated/met/assessed/examined/massaged/released … you/your
i/we/he/she/they … taped/worked/helped/stretched/tested … you/your
i/we/i've/we've … worked/working on/through … this/that/the/it/your/those
i/we … talked/spoke … you/your
i/we/he/she/they … gave/showed/taught/told/sent/assigned/prescribed … you/your
i/we/he/she … noticed/noted/felt/found/remember/recall … you/your
i/we … ever felt/treated/seen/worked
as/like/what/when we/i … discussed/talked/spoke/agreed … last/on/at/in/during/take
as/like/what/when we/i … tried/planned/told/said … last/on/at/in/during/you/keep
we … discussed/agreed/planned/decided
we talked/spoke … last/on/when/during/DAY
i recommended/suggested/prescribed/used/tried/applied
work we/i did/do/started
we/i … have/has/had/got your
you told/asked/showed me/us
you/your … DAY
you/your … … last week/month/year/winter/spring/summer/fall/time
you/you've … came/coming/been/were/visited … here/us/me/clinic/office/studio
you/you've … started/seen/booked … here/us/me/clinic/office/studio
you … on the/my/our table
you … at/during check-in/checkout/reception/intake
you … missed/canceled/cancelled/rescheduled/skipped/booked … your/an/the/our/a
you/you've had to … cancel/reschedule/skip/miss/leave
you/you're/you've … due/overdue/scheduled/booked … for/with/on/in/at
you/you've had/have/got … VISIT with/here/left/last/already/so/this/DAY
you … did/handled/responded/tolerated … well/great/fine … with/in/during/on/to/today
you … so/great/amazing/wonderful/real/steady much/progress
your progress since/is/has/shows/with/over
your … on the/my/our table
you left/forgot your
come a long way
clinic/office/studio/table today/DAY
when/since/before/after/time you … came/come … in/back/here
when/since we … started/began/met/first/last/worked/changed
we started/began/did/made/built … together
how … … since/after DAY/last/our/we/then
last time you/we/i
next time we/i
next time you … in/here/come/visit/book
have/had/having/put you on our
have/had/having/put you … down/scheduled/booked/in/back/here/again/today
fit/fitting/squeeze/squeezed you in
glad/happy/pleased/thrilled … work/massage/session/treatment/visit … helped/helps
glad/happy/pleased/thrilled … work/massage/session/treatment/visit … worked/eased
as your … therapist/practitioner/clinician
your … therapist … said/told/wrote/noted/found/was/has/knows/will
your … therapist … mentioned/recommended/suggested
being/as a/an/our/one/such … loyal/regular … client*/patient*/of
as a/our client/patient of/with/you
you/you're/you've … our/loyal/long-time/regular/favorite … client*/patient*/member*
my/our … client/patient/regular
one of our … client*/patient*/regular*
regular*/client*/patient* of ours/mine
referred/referring/sent/sending you to … us/me/our
welcome back
our/my … chart/charts/notes/records/files say/says/said/show/shows/list/lists
was/am/were your therapist/practitioner/clinician
NAME … told/showed/taught/gave/sent … you/us
NAME … saw/treated/met/remembers/noticed/worked … you/your
NAME will/would/is/was … you/your
NAME … will/would/is/was … see/seeing/have/help/hear you/from
as/like/what/that/exercise*/stretch* NAME … said/showed/told/gave/taught/recommended
see/seeing/saw/visit/visiting/with/under NAME … DAY/last/today/again/hands/care
under NAME
your … BODY was/were … really/very/so/much/quite/pretty/too
your BODY has/have … improved/loosened/changed/healed/come
good/great/nice/lovely/fun/pleasure to work … with you
good/great/nice/lovely/fun/pleasure to help you
soreness/pain/stiffness from DAY
hope … better/gone/looser/easier after/since/from/following
call/text/write us to … move/change/confirm/cancel/keep your
your 1/2/3/4/5/6/7/8/9/10/11/12 am/pm/o'clock
glad/happy/pleased/thrilled … cupping/taping/needling/scraping/kneading … helped/worked
thank/thanks … being with us
been with us for/since/all
have you down for
since your … we/i/we've/i've have/seen/saw/worked/made
we/i/we've/i've … seen … progress/improvement/gains"""

SPANISH = """\
su/tu VISIT
su/tu/nuestra/nuestro … última/último/próxima/próximo/anterior/siguiente … VISIT
después/durante/desde/tras/en … nuestra cita/sesión/visita
gracias/agradecemos … venir/visitarnos/acudir/elegirnos/reservar
gracias por … confiar/confianza
última/primera vez … vimos/vi/vino/viniste/estuvo/estuviste/atendimos/atendí/hablamos
la/lo/le/te vimos/atendimos/atendí/examinamos/examiné
vino/viniste/estuvo/estuviste/venido … aquí/clínica/consultorio/nosotros/vernos/DAY
nos vemos … pronto/DAY/mañana/semana/próxima/próximo
la/lo/le/te/les esperamos … DAY/mañana/semana/pronto/nuevo/próxima
placer/gusto/alegra/alegría/encantó … verle/verlo/verla/verte/atenderle/atenderte
placer/gusto/alegra/alegría/encantó … atenderlo/atenderla/tenerle/tenerte/conocerte
alegra/alegro/alegramos … que … VISIT
bienvenido/bienvenida de vuelta/nuevo/regreso
su/tu expediente/historial/ficha/factura/recibo/reembolso/bono
nuestro/nuestros/mi expediente/expedientes/notas/registros … dice/dicen/muestra/muestran
fui/soy/era/como su/tu terapeuta/fisioterapeuta/masajista
su/tu terapeuta … dijo/comentó/recomendó/notó/vio/encontró/explicó
como/que hablamos/acordamos/quedamos
como … comentamos/vimos/dijimos/hicimos … VISIT/DAY/semana
ejercicio*/estiramiento* que le/te enseñé/enseñamos/mostré/mostramos/di/dimos/recomendé
ejercicio*/estiramiento* que le/te enseñó/mostró/dio
su/tu BODY estaba/estaban/estuvo … muy/mucho/tan/cuando/mejor/peor
su/tu BODY … mejorado/mejoró
cuando vino/viniste/estuvo/estuviste
hemos … trabajado/avanzado/logrado … su/tu/juntos/mucho
hemos visto/notado … progreso/mejoría/avance/avances
su/tu progreso/mejoría/avance
su/tu seguro … pagó/cubrió/aprobó/rechazó/negó/reembolsó
nuestra/nuestro/mi paciente/cliente/clienta"""

DEFAULT = f"{ENGLISH}\n{SPANISH}"

TEMPLATES = """\
Invite to call
Thank you for your comment. We cannot talk about anyone’s care in public. Please call \
us or use the contact form, and we will gladly help.

See a doctor
Thank you for asking. Nobody can judge this from a comment. If it is getting worse, or \
if it worries you, please see a doctor soon.

General advice
Thank you for your question. In general, easy movement and patience are a good start. \
Everyone is different, so please ask a professional who can look at it in person.

Concern
Thank you for telling us. We take every concern seriously, but we cannot discuss \
details in public. Please call us or write to us, so that we can listen.

Thank you
Thank you for reading, and for taking the time to write."""

GAP = "…"
ELEMENT = re.compile(r"[\w'-]+\*?(?:/[\w'-]+\*?)*")
SENTENCE_END = re.compile(r"[.!?:;]+|\n\s*\n")
WORD = re.compile(r"[\w'-]+")


def find_confirmations(text, phrases=DEFAULT, names=()):
    """Return the parts of `text` that match one of `phrases`, one per line.

    `names` are the first names of the team, which NAME stands for. The parts
    are unique, in the order of the text, in lower case, without accents and with
    single spaces.
    """
    search = _compile(without_accents(phrases.replace(GAP, "...")), tuple(names))
    plain = without_accents(text.replace("’", "'")).lower()
    found = {}
    for sentence in SENTENCE_END.split(plain) if search else []:
        words = f" {' '.join(WORD.findall(sentence))} "
        found |= {match.group().strip(): None for match in search.finditer(words)}
    return list(found)


def validate_phrases(text):
    """Raise ValidationError for lines that are not phrases."""
    for line in filter(str.strip, text.splitlines()):
        elements = _elements(line)
        words = [e for e in elements if e != GAP]
        if len(words) < 2 or not all(map(ELEMENT.fullmatch, words)):
            raise ValidationError(
                f"“{line.strip()}”: write at least two words, with only a/b, … and * "
                "between or after them."
            )


def read_templates(text):
    """Return the (title, text) of the reply templates, separated by blank lines."""
    blocks = re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip())
    parts = [block.strip().partition("\n") for block in blocks if block.strip()]
    return [(title.strip(), body.strip()) for title, _, body in parts]


def validate_templates(text):
    """Raise ValidationError for a template without a text."""
    for title, body in read_templates(text):
        if not body:
            raise ValidationError(
                f"“{title}” has no text. Write the title of a template on a line, and "
                "the text below it."
            )


def _elements(line):
    line = line.replace("’", "'").replace("...", GAP).replace(GAP, f" {GAP} ")
    return line.split()


@lru_cache(maxsize=8)
def _compile(phrases, names):
    """Return a regular expression for words between single spaces, None for none."""
    lines = [_elements(line) for line in phrases.splitlines() if line.strip()]
    words = WORDS | {TEAM: " ".join(f"{name} {name}'s" for name in names).lower()}
    expressions = (
        f"{''.join(_expression(element, words) for element in line)}(?= )"
        for line in lines
    )
    return re.compile("|".join(expressions)) if lines else None


def _expression(element, lists):
    """Return the expression of an element of a phrase; without names, NAME is none."""
    if element == GAP:
        return "(?: [^ ]+){0,3}?"
    words = [
        without_accents(lists.get(word, word.lower())).split()
        for word in element.split("/")
    ]
    escaped = [re.escape(word).replace(r"\*", "[^ ]*") for word in sum(words, [])]
    return f" (?:{'|'.join(escaped)})" if escaped else "(?!)"
