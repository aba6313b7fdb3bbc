"""The server around pages and phones: who may come in, what is sent along, how it starts."""
