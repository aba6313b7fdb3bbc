"""The projector, scene by scene, laid out for 1920x1080 and scaled to any screen as a whole.

Nothing is drawn here that a participant may not see. Sizes are pixels at 1080p.
"""
