"""Sealing a round: counts and sorted texts stay, ballots and the round's secret go."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection, delete, insert, select, update

from modules.domain.ballot import RoundId, RoundState
from modules.domain.tally import Cell, Contribution, Question, Tally, TextState
from modules.storage.encoding import dump_tally
from modules.storage.tables import ballots, rounds, texts


def seal(db: Connection, round_id: RoundId, tally: Tally) -> None:
    """Store the tally and delete the ballots and the secret, in the caller's transaction.

    Texts get the numbers 1..n in the order of the alphabet, so that nothing of the order in which
    they came is left. The caller wipes the residue afterwards (Database.wipe_residue).
    """
    ordered = in_the_order_of_the_alphabet(tally)
    db.execute(delete(ballots).where(ballots.c.round_id == round_id))
    _store_texts(db, round_id, ordered)
    counts = dump_tally(_by_number(tally, ordered))
    db.execute(
        update(rounds)
        .where(rounds.c.id == round_id)
        .values(state=RoundState.SEALED, secret=None, closed_at=None, tally=counts)
    )


def in_the_order_of_the_alphabet(tally: Tally) -> list[Contribution]:
    """An order that follows from the texts, the moderator's decisions and their support alone."""
    support = {cell.id: cell.count for question in tally.questions for cell in question.cells}
    return sorted(
        tally.contributions,
        key=lambda c: (
            *(c.question, c.text, c.state, c.reason, c.reworded, c.theme),
            support.get(c.handle, 0),
        ),
    )


def _by_number(tally: Tally, ordered: Sequence[Contribution]) -> Tally:
    """Counts of texts under the texts' numbers: a handle follows from a mark and the secret."""
    numbers = {c.handle: n for n, c in enumerate(ordered, start=1)}

    def renamed(question: Question) -> Question:
        if not question.of_texts:
            return question
        counts = {cell.id: cell.count for cell in question.cells}
        cells = tuple(
            Cell(str(numbers[c.handle]), c.wording, counts[c.handle])
            for c in ordered
            if c.handle in counts
        )
        return replace(question, cells=cells)

    return replace(tally, questions=tuple(renamed(question) for question in tally.questions))


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


def keep_what_is_shown(db: Connection, round_id: RoundId, tally: Tally) -> Tally:
    """Delete held and unreviewed texts, and what re-worded ones said before.

    What stays is numbered anew, by the alphabet of what was shown: returns the round's tally with
    these texts and their counts.
    """
    written = contributions(db, round_id)
    shown = [
        replace(c, text=c.wording, reworded="", reason="")
        for c in written
        if c.state is TextState.SHOWN
    ]
    kept = replace(tally, contributions=tuple(shown))
    ordered = in_the_order_of_the_alphabet(kept)
    db.execute(delete(texts).where(texts.c.round_id == round_id))
    _store_texts(db, round_id, ordered)
    return replace(_by_number(kept, ordered), contributions=contributions(db, round_id))


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
