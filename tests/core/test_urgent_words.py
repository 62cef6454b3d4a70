"""The default list of urgent words, in English and Spanish."""

import pytest

from boulder_therapeutics.core.submission.urgent_words import URGENT
from boulder_therapeutics.core.submission.words import find_entry, fold


@pytest.mark.parametrize(
    "text",
    [
        "I cant breathe",
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
