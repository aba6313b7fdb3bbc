import random

import pytest
from pydantic import ValidationError

from modules.activities.talk.kind import KIND, TalkFields, TalkForm
from modules.domain.errors import InvalidAnswer
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
