"""One profile for all properties: machines that run them may be busy, so no deadline."""

from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
