"""How long tests wait for what must come: nobody waits in vain, unless something is broken.

One number for all of them, generous enough for a busy machine. What must not come is never waited
for by the clock alone: tests let something else come after it, or look at the clock of the app.
"""

SECONDS = 60
MILLISECONDS = SECONDS * 1000
