"""Invented participants who answer through the real phone routes, at human speed."""
