"""The promise in words, made from the session's real settings: it says nothing that is not true."""

from modules.phone.words import Words
from modules.screens.phone_views import PhoneView, PromiseView


def in_short(promise: PromiseView, t: Words) -> tuple[str, ...]:
    """Before joining: what everyone should have read."""
    if promise.rehearsal:
        return (t("This is a rehearsal. It is not anonymous."),)
    if promise.practice:
        return (t("This is practice. It is not anonymous."),)
    if not promise.anonymous:
        return (t("Your answers are not named, but they are not anonymous either."),)
    return (
        t("Your answers are anonymous once the result is shown or the room moves on."),
        t(
            "Of what you choose only totals are shown, and only from {n} answers. You may always"
            " pass.",
            n=promise.smallest_group,
        ),
        *_written(promise, t),
        *_standing(promise, t),
    )


def in_full(promise: PromiseView, t: Words) -> tuple[str, ...]:
    """What happens to an answer, step by step."""
    end = deletion(promise, t)
    if not promise.anonymous:
        return (
            *in_short(promise, t),
            *((t("Results are shown from the first answer."),) if promise.practice else ()),
            *_on_the_phone(t),
            end,
        )
    return (
        t("While a question is open, your choice lies in a ballot box. Nobody is shown it."),
        t(
            "When the result is shown or the room moves on, the answers are counted and the single"
            " answers are deleted. From then on nobody can tell who answered what: not the"
            " facilitator, not whoever runs this server."
        ),
        t("Totals are shown only from {n} answers; Pass does not count.", n=promise.smallest_group),
        t("Texts are read by a moderator first, without name and time, in random order."),
        *_written(promise, t),
        t(
            "Texts leave the room, in the summary, only if at least {n} people wrote.",
            n=promise.texts_outside,
        ),
        *_standing(promise, t),
        *_series(promise, t),
        t("Your own notes stay in this browser. They are never sent."),
        *_on_the_phone(t),
        end,
    )


def limits(promise: PromiseView, t: Words, *, encrypted: bool) -> tuple[str, ...]:
    """What the promise cannot cover, said before anybody relies on it.

    `encrypted` is whether the phone came by HTTPS: a laptop in the room mostly has none.
    """
    if not promise.anonymous:
        return ()
    return (
        t("While a question is open, the running server could link an answer to a connection."),
        t(
            "For up to an hour, the server's memory holds how many phones joined, in groups of"
            " addresses that it cannot tell apart."
        ),
        _network(t, encrypted=encrypted),
        t("People write in their own style. A text can be recognised."),
        t(
            "New texts reach the moderator three at a time, the last ones when answers are closed."
            " Who watches the room and that screen may still guess who wrote one."
        ),
        *_one_by_one(promise, t),
        t("What is said aloud is heard."),
        t("Without JavaScript, the size of a message may differ by answer."),
        t("Backups of the whole machine can hold what was there when they were made."),
    )


def not_stored(promise: PromiseView, t: Words) -> tuple[str, ...]:
    return (
        t("your name, address or phone model"),
        t("the time of an answer, or the order of answers"),
        t("the number in this phone’s cookie, by which it can change its answer"),
        *((t("a link between your answers to different questions"),) if promise.anonymous else ()),
    )


def _written(promise: PromiseView, t: Words) -> tuple[str, ...]:
    if not promise.written:
        return ()
    return (
        t(
            "What you write may be shown word for word, after a moderator has read it. Somebody may"
            " know you by your style."
        ),
    )


def _standing(promise: PromiseView, t: Words) -> tuple[str, ...]:
    if not promise.standing:
        return ()
    return (
        t(
            "What you ask the room or support stays open longer: until its section or the workshop"
            " ends."
        ),
    )


def _on_the_phone(t: Words) -> tuple[str, ...]:
    return (
        t(
            "What you have not sent yet stays on this phone, in this tab only: until you send it,"
            " pass, clear it or leave, or the workshop ends."
        ),
        t(
            "With JavaScript this browser notes that you answered, not what, until you leave or the"
            " workshop ends."
        ),
    )


def _one_by_one(promise: PromiseView, t: Words) -> tuple[str, ...]:
    if not promise.standing:
        return ()
    return (
        t(
            "What you ask the room reaches the moderator at once, each question by itself: then it"
            " is easier to guess."
        ),
    )


def _series(promise: PromiseView, t: Words) -> tuple[str, ...]:
    if not promise.series_until:
        return ()
    return (
        t(
            "This session belongs to a series. Some shown totals, and no texts, are kept until"
            " {date} at the latest, to compare.",
            date=t.date(promise.series_until),
        ),
    )


def _network(t: Words, *, encrypted: bool) -> str:
    if encrypted:
        return t("Whoever runs the network can see that a phone was here, not what it sent.")
    return t(
        "This page is not encrypted: whoever runs the network, or listens on it, could read what"
        " a phone sends."
    )


def deletion(view: PromiseView | PhoneView, t: Words) -> str:
    """Until when everything is kept: the same sentence on every page of a phone."""
    if view.practice or view.rehearsal:
        return t("Everything is deleted within an hour of the end.")
    if view.in_series:
        return t("Everything else is deleted on {date}.", date=t.date(view.delete_on))
    return t("Everything is deleted on {date}.", date=t.date(view.delete_on))
