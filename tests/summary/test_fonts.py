import pytest

from modules.summary.fonts import FAMILIES, drawable, fonts


def test_every_named_family_is_shipped_and_every_shipped_one_is_named():
    # Typst says nothing when a font is missing: it draws no text at all.
    assert set(fonts().families()) == set(FAMILIES)


@pytest.mark.parametrize(
    "text",
    ["Zoë", "Ελλάδα", "Привет", "שלום", "مرحبا پیام", "नमस्ते", "বাংলা", "தமிழ்", "ไทย", "ລາວ",
     "ខ្មែរ", "မြန်မာ", "አማርኛ", "Հայ", "ქართ", "今日は世界", "안녕하세요",
     "👍🏽 👩\u200d👧 ☂ ✓", "a\nb\u200bc"],
)  # fmt: skip
def test_every_supported_script_is_drawn_as_it_is(text):
    assert drawable(text) == text


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("ཀཁ", "□□"),
        ("a\ue000b", "a□b"),
        ("ب\u135d", "ب"),
        ("x\U0010fffe", "x□"),
    ],
)
def test_what_no_font_has_becomes_a_box_and_its_marks_go(text, drawn):
    assert drawable(text) == drawn
