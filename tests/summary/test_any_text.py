"""Whatever people type, every format is made, and the PDF stays a valid one."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from modules.domain.picture import Bars, Picture, Row, Table, Terms, Texts
from modules.screens.summary_views import SummarySection
from modules.summary.files import FORMATS, file
from modules.summary.pdf import pdf
from tests.summary.a_view import a_result, a_view, an_item

TYPED = st.text(max_size=60)


def a_view_of(text):
    pictures = (
        Picture(text, Bars((text, text), (Row(text, (1, 2), (text, "2")),), 2)),
        Picture(text, Terms(((text, 2), (text, 3)))),
        Picture(text, Texts(((text, (text,)),))),
        Picture(text, None, Table((text, text), ((text, 1), (text, text)))),
    )
    items = [
        an_item(
            a_result(picture=p, notice=text), title=text, prompt=text, agreed=text, question=text
        )
        for p in pictures
    ]
    section = SummarySection(title=text, items=tuple(items))
    return a_view(
        section, title=text, purpose=text, limits=(text,), support_contacts=(text,), sources=(text,)
    )


@settings(max_examples=40)
@given(TYPED)
@example("z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G")
@example("\u0301\u20e3\u200d\ufe0f\u0e31")
@example("👩\u200d👩\u200d👧\u200d👦🏴\U000e0067\U000e007f🇩🇪1\ufe0f\u20e3")
@example("क्षि\u0302 ب\u0e31 漢\u0301 \ue000 \U0010ffff")
def test_any_text_makes_a_valid_pdf(text):
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf(a_view_of(text))


@settings(max_examples=25)
@given(TYPED)
def test_any_text_makes_every_file(text):
    view = a_view_of(text)

    assert [key for key in FORMATS if not file(view, key).data] == []
