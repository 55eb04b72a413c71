"""Looking at everything that is ours, and mending what loses nothing. Must not know: documents."""

from reader.library.doctor.examining import Examined, examined
from reader.library.doctor.finding import Fact, Finding

__all__ = ["Examined", "Fact", "Finding", "examined"]
