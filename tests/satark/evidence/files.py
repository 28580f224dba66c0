"""Files as phones make them, with canaries in every place that metadata can lie in."""

import struct
import subprocess
import zlib

import imageio_ffmpeg
from PIL import ExifTags, Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

CANARY = "CANARY-7731"
TAKEN = "2026:11:20 22:15:00"
XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" dc:source="{CANARY}"/></rdf:RDF></x:xmpmeta>'.encode()  # noqa: E501


def scene(size=(640, 480)):
    """Something to see: red at the left, blue at the right, a bar at the top."""
    image = Image.new("RGB", size, (200, 20, 20))
    draw = ImageDraw.Draw(image)
    draw.rectangle((size[0] // 2, 0, *size), fill=(20, 20, 200))
    draw.rectangle((0, 0, size[0], size[1] // 8), fill=(250, 250, 250))
    return image


def exif(orientation=1):
    told = Image.Exif()
    told[ExifTags.Base.Make] = CANARY
    told[ExifTags.Base.Model] = CANARY
    told[ExifTags.Base.Orientation] = orientation
    details = told.get_ifd(ExifTags.IFD.Exif)
    details[ExifTags.Base.DateTimeOriginal] = TAKEN
    details[ExifTags.Base.OffsetTimeOriginal] = "+05:30"
    details[ExifTags.Base.BodySerialNumber] = CANARY
    details[ExifTags.Base.UserComment] = b"ASCII\0\0\0" + CANARY.encode()
    gps = told.get_ifd(ExifTags.IFD.GPSInfo)
    gps[ExifTags.GPS.GPSLatitudeRef], gps[ExifTags.GPS.GPSLatitude] = "N", (26.0, 2.0, 58.74)
    gps[ExifTags.GPS.GPSLongitudeRef], gps[ExifTags.GPS.GPSLongitude] = "E", (82.0, 41.0, 3.22)
    return told


def picture(path, form, size=(640, 480), orientation=1):
    """A photograph in a format, with EXIF, GPS, and where the format takes them XMP, comments and texts."""
    image, more = scene(size), {"exif": exif(orientation)}
    if form in ("JPEG", "WEBP"):
        more["xmp"] = XMP
    if form == "JPEG":
        more["comment"] = CANARY
    if form == "PNG":
        texts = PngInfo()
        texts.add_text("Author", CANARY)
        texts.add_itxt("XML:com.adobe.xmp", XMP.decode())
        more["pnginfo"] = texts
    if form == "GIF":
        more = {"comment": CANARY.encode()}
    if form == "HEIF":
        import pillow_heif

        pillow_heif.register_heif_opener()
        more = {"exif": exif(orientation).tobytes(), "xmp": XMP}
    image.save(path, form, **more)
    return path


def ffmpeg(*arguments):
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-hide_banner", "-loglevel", "error", "-y", *map(str, arguments)]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)


TAGS = [
    part
    for name in ("title", "artist", "comment", "make", "model", "encoder", "location-eng")
    for part in ("-metadata", f"{name}={CANARY}")
]


def film(path, seconds=2, size="320x240", *more):
    """A film with sound, tags of the file and of its streams, a place, a time and an SEI message."""
    sources = ("-f", "lavfi", "-i", f"testsrc=s={size}:d={seconds}:r=10", "-f", "lavfi", "-i", f"sine=440:d={seconds}")
    sei = ("-bsf:v", "h264_metadata=sei_user_data=086f3693-b7b3-4f2c-9653-21492feee5b8+" + CANARY)
    told = ("-metadata", "creation_time=2026-11-20T16:45:00Z", "-metadata", "location=+26.0496+082.6842/")
    streams = ("-metadata:s:v", f"handler_name={CANARY}", "-metadata:s:a", f"handler_name={CANARY}")
    codecs = ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac")
    ffmpeg(*sources, *codecs, *sei, *TAGS, *told, *streams, "-movflags", "use_metadata_tags", *more, path)
    return path


def sound(path, seconds=2, codec="libopus"):
    """A recording with tags."""
    ffmpeg("-f", "lavfi", "-i", f"sine=300:d={seconds}", "-c:a", codec, *TAGS, path)
    return path


def paper(path, pages=2):
    """A PDF with an information dictionary and, in its pages, JPEGs that keep their EXIF."""
    photo = picture(path.with_suffix(".jpg"), "JPEG").read_bytes()
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    kids = []
    for _ in range(pages):
        number = len(objects) + 1
        kids.append(b"%d 0 R" % number)
        content = b"q 400 0 0 300 20 20 cm /Im Do Q"
        objects += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 440 340] /Contents %d 0 R /Resources"
            b" << /XObject << /Im %d 0 R >> >> >>" % (number + 1, number + 2),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
            b"<< /Type /XObject /Subtype /Image /Width 640 /Height 480 /ColorSpace /DeviceRGB /BitsPerComponent 8"
            b" /Filter /DCTDecode /Length %d >>\nstream\n%s\nendstream" % (len(photo), photo),
        ]
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, b" ".join(kids))
    objects.append(b"<< /Author (%s) /Title (%s) /Producer (%s) >>" % ((CANARY.encode(),) * 3))
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        len(objects),
        table,
    )
    path.write_bytes(bytes(out))
    return path


def png_bomb(path, side=60_000):
    """A small PNG that unpacks into gigabytes."""

    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    packer = zlib.compressobj(9)
    row = bytes(side * 3 + 1)
    data = b"".join(packer.compress(row) for _ in range(200)) + packer.flush()
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b""))
    return path
