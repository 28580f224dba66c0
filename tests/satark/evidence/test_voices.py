"""A voice leaves as words and as a machine's reading of them, never as itself."""

import shutil
from pathlib import Path

import pytest

from satark.errors import SettingsError
from satark.evidence import clean_apart
from satark.evidence.recordings import as_wave
from satark.evidence.rooms import RoomError, transcribe_apart
from satark.evidence.voices import open_transcriber, read_out
from satark.settings import CleaningLimits
from tests.satark.evidence import files
from tests.satark.evidence.test_cleaning import says_nothing

LIMITS = CleaningLimits()
needs_reader = pytest.mark.skipif(
    not shutil.which("espeak-ng"), reason="espeak-ng is not installed: run scripts/system-packages"
)


@needs_reader
@pytest.mark.parametrize(("text", "language"), [("नहर के पास शराब बिकती है", "hi"), ("They sell liquor", "en")])
def test_words_are_read_out_into_a_bare_recording(tmp_path, text, language):
    read = read_out(text, language, tmp_path, LIMITS)
    assert read == tmp_path / "read.m4a"
    assert says_nothing(read)
    assert [path.name for path in tmp_path.iterdir()] == ["read.m4a"]
    wave = as_wave(read, tmp_path).read_bytes()
    assert len(wave) > 16_000 and max(wave[1000:]) > 100  # a second and more, and not silent


@needs_reader
def test_longer_words_take_longer_to_read(tmp_path):
    sizes = []
    for times in (1, 4):
        (tmp_path / str(times)).mkdir()
        sizes.append(read_out("नहर के पास शराब बिकती है " * times, "hi", tmp_path / str(times), LIMITS).stat().st_size)
    assert sizes[1] > 2.5 * sizes[0]


def test_nothing_is_read_where_nothing_was_said_or_nobody_can_read(tmp_path, monkeypatch):
    assert read_out("  ", "hi", tmp_path, LIMITS) is None
    monkeypatch.setenv("PATH", str(tmp_path))
    assert read_out("शराब", "hi", tmp_path, LIMITS) is None


def test_no_model_is_no_transcriber_and_a_wrong_folder_is_said(tmp_path):
    assert open_transcriber(None, LIMITS) is None
    with pytest.raises(SettingsError, match="holds no faster-whisper model"):
        open_transcriber(tmp_path, LIMITS)


def test_a_model_without_its_library_is_said(tmp_path):
    (tmp_path / "model.bin").write_bytes(b"x")
    try:
        import faster_whisper  # noqa: F401
    except ImportError:
        with pytest.raises(SettingsError, match="pip install faster-whisper"):
            open_transcriber(tmp_path, LIMITS)
    else:
        with pytest.raises(RoomError):
            open_transcriber(tmp_path, LIMITS).transcribe(a_voice(tmp_path))


def test_a_transcription_that_fails_is_no_fault_of_the_voice(tmp_path):
    with pytest.raises(RoomError):
        transcribe_apart(a_voice(tmp_path), tmp_path, LIMITS)


def a_voice(folder: Path) -> Path:
    made = clean_apart("audio/ogg", files.sound(folder / "v.ogg"), folder, LIMITS)
    return folder / made.file
