import random

import pytest
from pydantic import ValidationError

from modules.activities.talk.kind import KIND, TalkFields, TalkForm
from modules.domain.disclosure import Disclosed, ShownText
from modules.domain.errors import InvalidAnswer
from modules.domain.picture import Texts
from tests.activities.asking import an_activity


def test_an_unknown_form_is_refused():
    with pytest.raises(ValidationError):
        TalkFields.model_validate({"form": "shouting"})


@pytest.mark.parametrize("form", TalkForm)
def test_a_spoken_step_collects_nothing(form):
    activity = an_activity("talk", form=form.value)

    assert KIND.invented_answer(activity, random.Random(1)) == {}
    with pytest.raises(InvalidAnswer, match="collects no answers"):
        KIND.answer(activity, {"text": ["hello"]})


def test_a_report_is_one_moderated_text_of_each_table():
    activity = an_activity("talk", form="groups", report=True)

    assert KIND.collects_for(activity)
    assert KIND.answer(activity, {"text": [" We ask first. "]}) == {"texts": ["We ask first."]}
    assert KIND.picture(activity, [Disclosed(texts=(ShownText("We ask first."),))]).chart == (
        Texts((("", ("We ask first.",)),))
    )


@pytest.mark.parametrize("sent", [[], ["a", "b"], ["x" * 281]])
def test_an_empty_second_or_long_report_is_refused(sent):
    with pytest.raises(InvalidAnswer):
        KIND.answer(an_activity("talk", report=True), {"text": sent})
