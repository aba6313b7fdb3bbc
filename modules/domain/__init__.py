"""What a workshop is: frozen dataclasses and pure functions. Standard library only."""
