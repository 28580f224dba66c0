"""Faces hidden by policy: drawn ones, since nobody's picture belongs into a test."""

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from satark.evidence import clean_apart
from satark.evidence.faces import faces_in, without_faces
from satark.settings import CleaningLimits

LARGE, SMALL = (80, 120, 360, 470), (600, 200, 690, 312)


def face(size):
    """A face as plain as a cascade needs it: hair, eyes under brows, a nose, a mouth."""
    image = Image.new("RGB", (size, int(size * 1.25)), (90, 100, 110))
    draw = ImageDraw.Draw(image)

    def oval(colour, *box):
        draw.ellipse([part * size for part in box], fill=colour)

    oval((205, 165, 140), 0.08, 0.05, 0.92, 1.2)
    draw.pieslice([part * size for part in (0.06, 0.0, 0.94, 0.9)], 180, 360, fill=(40, 30, 25))
    oval((205, 165, 140), 0.15, 0.2, 0.85, 1.15)
    for eye in (0.33, 0.67):
        oval((120, 85, 70), eye - 0.11, 0.44, eye + 0.11, 0.56)
        oval((235, 230, 225), eye - 0.08, 0.47, eye + 0.08, 0.55)
        oval((30, 20, 15), eye - 0.04, 0.465, eye + 0.04, 0.555)
        brow = [part * size for part in (eye - 0.12, 0.40, eye + 0.12, 0.39)]
        draw.line(brow, fill=(50, 35, 30), width=max(2, size // 30))
    draw.polygon([(size * x, size * y) for x, y in ((0.5, 0.5), (0.42, 0.76), (0.58, 0.76))], fill=(215, 178, 152))
    nose = [part * size for part in (0.43, 0.77, 0.57, 0.77)]
    draw.line(nose, fill=(130, 90, 75), width=max(2, size // 40))
    oval((150, 70, 70), 0.36, 0.88, 0.64, 0.97)
    oval((185, 145, 120), 0.4, 1.0, 0.6, 1.05)
    return image.filter(ImageFilter.GaussianBlur(size / 60))


@pytest.fixture
def street():
    picture = Image.new("RGB", (900, 600), (120, 130, 140))
    picture.paste(face(280), LARGE[:2])
    picture.paste(face(90), SMALL[:2])
    return picture


def changed(before, after, box):
    return ImageChops.difference(before.crop(box), after.crop(box)).getbbox() is not None


def test_faces_are_found_largest_first(street):
    widths = [right - left for left, _, right, _ in faces_in(street)]
    assert len(widths) == 2 and widths[0] > 2 * widths[1]


@pytest.mark.parametrize(
    ("policy", "large", "small"), [("keep", False, False), ("bystanders", False, True), ("all", True, True)]
)
def test_the_policy_decides_whose_face_is_hidden(street, policy, large, small):
    after = without_faces(street, policy)
    assert (changed(street, after, LARGE), changed(street, after, SMALL)) == (large, small)


def test_a_picture_without_faces_stays_as_it_is():
    plain = Image.new("RGB", (300, 200), (20, 90, 40))
    assert without_faces(plain, "all").tobytes() == plain.tobytes()


def test_a_cleaned_file_and_its_thumbnail_show_no_face(street, tmp_path):
    source = tmp_path / "street.jpg"
    street.save(source, quality=95)
    made = clean_apart("image/jpeg", source, tmp_path, CleaningLimits(), "all")
    for name in (made.file, made.thumbnail):
        with Image.open(tmp_path / name) as image:
            assert faces_in(image.convert("RGB")) == []
