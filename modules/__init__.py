"""The workshop app.

What is imported stays: looking for rubbish in it took a tenth of the time to start. The server
looks once when it begins, and says how often from then on (modules/server/start.py).
"""

import gc

gc.set_threshold(1_000_000)
