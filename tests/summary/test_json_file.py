import json as json_format

from modules.screens.summary_views import SummarySection
from modules.summary.json_file import json
from tests.summary.a_view import BARS, SENTENCE, TABLE, a_result, a_view, an_item, with_texts


def test_the_names_and_the_shape_are_fixed():
    item = an_item(a_result(BARS, TABLE), agreed="We say stop.")
    view = a_view(
        SummarySection(title="Look", items=(item,)), limits=("A limit.",), practice=True,
        support_contacts=("Kim, room 4",), sources=(), stored=(),
    )  # fmt: skip

    assert json_format.loads(json(view)) == {
        "format": "workshop summary",
        "version": 2,
        "title": "Start with the mirror",
        "language": "en",
        "held_on": "2026-11-22",
        "delete_on": "2026-12-22",
        "notices": [
            "Practice, not anonymous. These results show how the workshop works, and nothing else."
        ],
        "about": {
            "Date": "22 November 2026",
            "Guide": "Start with the mirror, version 1.0",
            "Group": "15 to 20 people",
        },
        "purpose": view.purpose,
        "first": [{"title": "People and places to turn to", "lines": ["Kim, room 4"]}],
        "sections": [{"title": "Look", "steps": [{
            "title": "My first impulse",
            "minutes": 8,
            "how": "",
            "prompt": item.prompt,
            "notice": "",
            "result": SENTENCE,
            "table": {
                "head": ["Answer", "People", "Share"],
                "rows": [["make a joke", 11, "61 %"], ["explain what I meant", 5, "28 %"],
                         ["apologise at length", 2, "11 %"]],
            },
            "texts": [],
            "agreed": "We say stop.",
            "question": "What does the first impulse protect?",
        }]}],
        "notes": [
            {"title": "What these numbers can and cannot say", "lines": ["A limit."]},
            {"title": "What was stored, and until when", "lines": [
                "Everything stored about this workshop is deleted within an hour of its end."]},
        ],
    }  # fmt: skip


def test_texts_come_back_as_they_were_shown():
    text = 'quote " back \\ slash\nبعض 😀 </script>'

    steps = json_format.loads(json(with_texts(text)))["sections"][0]["steps"]

    assert steps[0]["texts"] == [{"theme": "", "texts": [text]}]
