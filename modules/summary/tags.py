"""Tags that Typst does not write yet: which cell of a table names its row."""

import pikepdf


def name_row_heads(file: pikepdf.Pdf) -> None:
    """Make the first cell of each row below a table's head a header of that row (PDF/UA, 7.5)."""
    for row in file.objects:
        if not isinstance(row, pikepdf.Dictionary) or row.get("/S") != "/TR":
            continue
        cells = row.get("/K", pikepdf.Array())
        first = cells[0] if isinstance(cells, pikepdf.Array) and len(cells) else None
        if isinstance(first, pikepdf.Dictionary) and first.get("/S") == "/TD":
            _make_head(first)


def _make_head(cell: pikepdf.Dictionary) -> None:
    cell.S = pikepdf.Name.TH
    known = list(cell.get("/A", pikepdf.Array()))
    about_tables = next((each for each in known if each.get("/O") == "/Table"), None)
    if about_tables is None:
        about_tables = pikepdf.Dictionary(O=pikepdf.Name.Table)
        known.append(about_tables)
    about_tables.Scope = pikepdf.Name.Row
    cell.A = pikepdf.Array(known)
