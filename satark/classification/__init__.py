"""What a message is for and which offences it tells of: statistical models over the words, plain scikit-learn."""

from satark.classification.examples import Example
from satark.classification.model import MessageModel, Told, Verdict

__all__ = ["Example", "MessageModel", "Told", "Verdict"]
