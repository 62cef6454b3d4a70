"""The default list of urgent words, in English and Spanish."""

import pytest

from boulder_therapeutics.core.submission.urgent_words import URGENT
from boulder_therapeutics.core.submission.words import find_entry, fold


@pytest.mark.parametrize(
    "text",
    [
        "I cant breathe",
        "I can not breathe",
        "It is hard to breathe when I lie down",
        "my chest hurts",
        "My chest is hurting",
        "my chest feels tight",
        "a tight chest",
        "pain in chest",
        "a pain across my chest",
        "chest discomfort on stairs",
        "I can't hold my pee",
        "I can’t control my urine",
        "numb between my thighs",
        "numbness in my private parts",
        "I can't feel my legs",
        "I'm thinking of ending it",
        "I dont want to live",
        "I don't want to be here anymore",
        "dolor en pecho",
        "no siento las piernas",
        "chest pressure since this morning",
        "I have a pain in the chest",
        "I think this is a heart attack",
        "I can't control my bladder",
        "losing control of bladder or bowels",
        "I lost control of my bladder last night",
        "numbness between the legs",
        "My groin is numb",
        "My calf is swollen and warm",
        "He fainted at the gym",
        "Her face is drooping",
        "My speech is slurred",
        "I cough up blood",
        "thoughts of harming yourself",
        "I want to kill my self",
        "I have been cutting myself",
        "I want to hurt myself",
        "I do not want to live any more",
        "I took an overdose",
        "Desde ayer tengo dolor en el pecho.",
        "dolor de pecho al correr",
        "Me duele el pecho",
        "Siento opresion en el pecho",
        "No puedo respirar bien",
        "Me falta el aire al subir escaleras",
        "Perdí el control de la vejiga",
        "Tengo entumecimiento entre las piernas",
        "Estoy tosiendo sangre",
        "Tiene la boca torcida",
        "Mi pantorrilla está hinchada y roja",
        "Ayer me desmaye en la calle",
        "QUIERO MORIR",
        "quiero matarme",
        "Pienso en el suicidio",
        "Voy a quitarme la vida",
        "Pienso en autolesionarme",
    ],
)
def test_urgent_sentence_is_found(text):
    assert find_entry(URGENT, text)


@pytest.mark.parametrize(
    "text",
    [
        "I hurt myself running last week.",
        "My chest muscles are tight from climbing.",
        "My calf is tight after hills.",
        "How should I breathe during a stretch?",
        "I am out of breath sooner than last year.",
        "My foot goes numb when I ride.",
        "That joke killed me.",
        "Me duele la rodilla al bajar escaleras.",
        "Este dolor me está matando, ¿qué puedo hacer?",
        "Tengo miedo de hacerme daño al correr.",
        "Me corté el pelo y me duele el cuello.",
        "Tengo la pantorrilla cargada después de la carrera.",
        "¿Cómo debo respirar durante el estiramiento?",
        "Quiero volver a correr sin dolor.",
    ],
)
def test_other_sentence_is_not_urgent(text):
    assert find_entry(URGENT, text) is None


def test_each_entry_differs():
    entries = [fold(entry) for entry in URGENT.splitlines()]
    assert len(set(entries)) == len(entries)
