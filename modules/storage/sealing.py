"""Sealing a round: counts and sorted texts stay, ballots and the round's secret go."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import Connection, delete, insert, select, update

from modules.domain.ballot import RoundId, RoundState
from modules.domain.tally import Contribution, Tally, TextState
from modules.storage.encoding import dump_tally
from modules.storage.tables import ballots, rounds, texts


def seal(db: Connection, round_id: RoundId, tally: Tally) -> None:
    """Store the tally and delete the ballots and the secret, in the caller's transaction.

    Texts get the numbers 1..n in the order of the alphabet, so that nothing of the order in which
    they came is left. The caller wipes the residue afterwards (Database.wipe_residue).
    """
    ordered = in_the_order_of_the_alphabet(tally.contributions)
    db.execute(delete(ballots).where(ballots.c.round_id == round_id))
    _store_texts(db, round_id, ordered)
    db.execute(
        update(rounds)
        .where(rounds.c.id == round_id)
        .values(state=RoundState.SEALED, secret=None, closed_at=None, tally=dump_tally(tally))
    )


def in_the_order_of_the_alphabet(texts: Iterable[Contribution]) -> list[Contribution]:
    """An order that follows from the texts and the moderator's decisions alone."""
    return sorted(texts, key=lambda c: (c.question, c.text, c.state, c.reworded, c.theme))


def contributions(db: Connection, round_id: RoundId) -> tuple[Contribution, ...]:
    """The texts of a sealed round; a text's handle is its number."""
    query = select(texts).where(texts.c.round_id == round_id).order_by(texts.c.n)
    return tuple(
        Contribution(
            handle=str(row.n),
            text=row.text,
            state=TextState(row.state),
            reason=row.reason,
            reworded=row.reworded,
            theme=row.theme,
            question=row.question,
        )
        for row in db.execute(query)
    )


def decide(db: Connection, round_id: RoundId, decided: Contribution) -> None:
    db.execute(
        update(texts)
        .where(texts.c.round_id == round_id, texts.c.n == int(decided.handle))
        .values(
            state=decided.state,
            reason=decided.reason,
            reworded=decided.reworded,
            theme=decided.theme,
        )
    )


def freeze(db: Connection, round_id: RoundId, tally: Tally) -> None:
    """The result was shown: from now on it stays as it is."""
    db.execute(
        update(rounds).where(rounds.c.id == round_id).values(frozen=True, tally=dump_tally(tally))
    )


def keep_what_is_shown(db: Connection, round_id: RoundId) -> int:
    """Delete held and unreviewed texts, and what re-worded ones said before; returns how many
    were not shown. What stays is numbered anew, by the alphabet of what was shown.
    """
    written = contributions(db, round_id)
    shown = [
        replace(c, text=c.wording, reworded="", reason="")
        for c in written
        if c.state is TextState.SHOWN
    ]
    db.execute(delete(texts).where(texts.c.round_id == round_id))
    _store_texts(db, round_id, in_the_order_of_the_alphabet(shown))
    return len(written) - len(shown)


def _store_texts(db: Connection, round_id: RoundId, ordered: Sequence[Contribution]) -> None:
    rows = [
        {
            "round_id": round_id,
            "n": n,
            "text": c.text,
            "state": c.state,
            "reason": c.reason,
            "reworded": c.reworded,
            "theme": c.theme,
            "question": c.question,
        }
        for n, c in enumerate(ordered, start=1)
    ]
    if rows:
        db.execute(insert(texts), rows)
