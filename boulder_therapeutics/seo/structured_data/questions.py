from .values import plain_text


def faq_page(url, questions):
    """Describe question blocks and their answers."""
    return {
        "@type": "FAQPage",
        "@id": f"{url}#questions",
        "mainEntity": [question(block.value) for block in questions],
    }


def question(value):
    """Describe a question and its answer."""
    answer = plain_text(value["answer"].source)
    return {
        "@type": "Question",
        "name": value["question"],
        "acceptedAnswer": {"@type": "Answer", "text": answer},
    }
