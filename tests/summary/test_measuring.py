import json

import pytest
import typst

from modules.summary.fonts import FAMILIES, fonts
from modules.summary.measuring import width_of

TEXTS = ("Strongly disagree", "Neither", "11 of 18", "Überhaupt nicht", "Кожен голос", "すべての声")


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_as_wide_as_the_shipped_fonts_set_it(text, tmp_path):
    page = tmp_path / "page.typ"
    families = ", ".join(f'"{family}"' for family in FAMILIES)
    page.write_text(
        f"#context [#metadata(measure(text(font: ({families}), size: 100pt)"
        f"[{text}]).width.pt()) <width>]",
        "utf-8",
    )

    found = json.loads(typst.query(page, "<width>", font_paths=fonts(), field="value", one=True))
    assert width_of(text, 100) == pytest.approx(found, rel=0.02)
