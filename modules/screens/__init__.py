"""Everything anyone sees, as frozen dataclasses. Disclosure is applied here, once."""
