"""Guides made to measure with."""

HEAD = """---
title: A measured workshop
version: 1.0
updated: 2026-03-09
minutes: {minutes}
size: {{least: 5, ideal: 12, most: 5000}}
purpose: To see how long things take.
audience: Measurements.
objectives:
  - Answer.
---

# A measured workshop

## All of it ({minutes} min)
"""
QUESTION = """
### Question {n} (5 min)

> Take the one that is nearest to you.

```activity
id: question-{n}
kind: choice
prompt: "{n}. When told that I hurt someone, my first impulse is …"
options: [make a joke, explain what I meant, apologise at length, go quiet and leave]
```
"""


def questions(count: int) -> str:
    """A guide of so many choices, each with the options a to d."""
    asked = "".join(QUESTION.format(n=n) for n in range(1, count + 1))
    return HEAD.format(minutes=5 * count) + asked
