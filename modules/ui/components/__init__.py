"""The building blocks of the screens: each draws one thing and returns nothing or one value."""
