"""Files as phones make them, with a canary wherever a file can carry one: EXIF, GPS, XMP, comments, ID3, Opus tags,
MP4 atoms, PDF information, text chunks."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import imageio_ffmpeg
from PIL import Image, PngImagePlugin
from PIL.ExifTags import GPS, IFD, Base

_XMP = (
    '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="{tag}"/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
)
_TEXT_TAGS = (Base.ImageDescription, Base.Artist, Base.Copyright, Base.CameraSerialNumber, Base.Software)


def photo(tag: str, path: Path) -> None:
    """A JPEG with EXIF, GPS, XMP and a comment."""
    image = Image.linear_gradient("L").resize((320, 240)).convert("RGB")
    exif = image.getexif()
    for one in _TEXT_TAGS:
        exif[one] = tag
    exif.get_ifd(IFD.Exif)[Base.UserComment] = b"ASCII\0\0\0" + tag.encode()
    place = exif.get_ifd(IFD.GPSInfo)
    place |= {GPS.GPSLatitudeRef: "N", GPS.GPSLatitude: (25.0, 44.0, 12.5), GPS.GPSMapDatum: tag}
    place |= {GPS.GPSLongitudeRef: "E", GPS.GPSLongitude: (82.0, 41.0, 3.25)}
    out = io.BytesIO()
    image.save(out, "jpeg", exif=exif, comment=tag.encode())
    packet = b"http://ns.adobe.com/xap/1.0/\0" + _XMP.format(tag=tag).encode()
    segment = b"\xff\xe1" + (len(packet) + 2).to_bytes(2, "big") + packet
    path.write_bytes(out.getvalue()[:2] + segment + out.getvalue()[2:])


def screenshot(tag: str, path: Path) -> None:
    """A PNG with plain, packed and international text."""
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", tag)
    notes.add_text("Comment", tag, zip=True)
    notes.add_itxt("XML:com.adobe.xmp", _XMP.format(tag=tag))
    Image.linear_gradient("L").convert("RGB").save(path, "png", pnginfo=notes)


def document(tag: str, path: Path) -> None:
    """A PDF with an author, a title and a producer."""
    Image.linear_gradient("L").convert("RGB").save(path, "pdf", title=tag, author=tag, producer=tag)


def _recorded(*source: str) -> Callable[[str, Path], None]:
    """A recording by ffmpeg with tags in all fields that its container knows."""

    def made(tag: str, path: Path) -> None:
        fields = ("title", "artist", "comment", "description", "copyright", "encoded_by", "make", "model")
        tags = [part for field in fields for part in ("-metadata", f"{field}={tag}")]
        tags += ["-metadata", "location=+25.7367+082.6842/", "-movflags", "use_metadata_tags"]
        command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-y", "-threads", "1", *source, *tags, str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=60)

    return made


_TONE = ("-f", "lavfi", "-i", "sine=frequency=440:duration=1")
_BARS = ("-f", "lavfi", "-i", "testsrc=size=160x120:rate=5:duration=1")
# kind of extra: (kind of message, ending, maker)
FILES: Mapping[str, tuple[str, str, Callable[[str, Path], None]]] = {
    "photo": ("image", ".jpg", photo),
    "screenshot": ("image", ".png", screenshot),
    "voice": ("audio", ".mp3", _recorded(*_TONE, "-c:a", "libmp3lame", "-b:a", "24k", "-id3v2_version", "3")),
    "video": ("video", ".mp4", _recorded(*_BARS, "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p")),
    "document": ("document", ".pdf", document),
}


def write(kind: str, tag: str, folder: Path, name: str) -> tuple[str, Path]:
    """Makes a file of a kind; (kind of its message, its path)."""
    message, ending, maker = FILES[kind]
    path = folder / f"{name}{ending}"
    maker(tag, path)
    return message, path
