"""What docs/evidence.md says is what the code does."""

from pathlib import Path
from typing import get_args

from satark.evidence.cleaned import Reason
from satark.settings import CleaningLimits, EvidenceRules, Settings

PAGE = Path("docs/evidence.md").read_text(encoding="utf-8")


def test_every_refusal_and_every_setting_is_explained():
    names = [*get_args(Reason), *CleaningLimits.__fields__, *EvidenceRules.__fields__]
    assert [name for name in names if name not in PAGE] == []


def test_the_deployment_keeps_originals_of_grave_crimes_only_and_lets_nobody_hear_voices(tmp_path):
    rules = Settings.load(environ={"SATARK_HOME": str(tmp_path)}).evidence
    assert rules.keep_original_for == ("murder", "robbery", "chain_snatching")
    assert rules.voice_heard_by is None and rules.speech_model is None
