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
CHOICE = """
### Question {n} (5 min)

> Take the one that is nearest to you.

```activity
id: question-{n}
kind: choice
prompt: "{n}. When told that I hurt someone, my first impulse is …"
options: [make a joke, explain what I meant, apologise at length, go quiet and leave]
```
"""
TEXT = """
### Question {n} (5 min)

```activity
id: question-{n}
kind: text
prompt: "{n}. What would you like to keep?"
```
"""


def questions(count: int, activity: str = CHOICE) -> str:
    """A guide of so many questions of one kind."""
    asked = "".join(activity.format(n=n) for n in range(1, count + 1))
    return HEAD.format(minutes=5 * count) + asked
