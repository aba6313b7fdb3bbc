import pytest

from modules.summary.languages import is_right_to_left, language_tag


@pytest.mark.parametrize(
    ("code", "tag"),
    [
        ("en", "en"), ("pt_BR", "pt-BR"), ("pt-br", "pt-BR"), ("zh-Hans", "zh-Hans"),
        ("ckb", "ckb"), ("sr-Latn-RS", "sr-Latn-RS"), ('x" onload="', "en"), ("", "en"),
    ],
)  # fmt: skip
def test_a_code_keeps_its_script_and_region_and_none_becomes_english(code, tag):
    assert language_tag(code) == tag


@pytest.mark.parametrize("tag", ["ar", "ar-EG", "ckb", "he", "fa", "ur", "pa-Arab", "az-Arab-IR"])
def test_languages_that_are_read_from_the_right(tag):
    assert is_right_to_left(tag)


@pytest.mark.parametrize("tag", ["en", "de", "pa", "ks-Deva", "ckb-Latn", "zh-Hans", "arn"])
def test_languages_that_are_read_from_the_left(tag):
    assert not is_right_to_left(tag)
