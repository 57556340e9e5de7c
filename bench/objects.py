"""DICOM objects for measuring, made from nothing but their numbers: the same arguments always give the same bytes.

Each is a CT image in Explicit VR Little Endian (PS3.10, PS3.3 A.3) with the attributes that a scanner fills in. UIDs lie
under 2.25 and begin with the population's digit, so that populations never meet in one archive.
"""
import dataclasses
import functools
import random
import struct

CT_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.2"
EXPLICIT_VR_LITTLE_ENDIAN = "1.2.840.10008.1.2.1"
LONG_FORM = {"OB", "OW", "SQ", "UN", "UT"}
BOUNDARY = "aegle-bench"

STEMS = ("Abe Bran Cald Dorn Eber Falk Grim Hal Iver Jans Kess Lind Mor Nord Oster Pell Quist Ros Stern Thal Ulm Vand "
         "Wend Yar Zim Ander Berg Corn Dahl Engel Fors Gold Hart Isen Kramm Lund Meyer Novo Rein Sand").split()
ENDINGS = "berg mann sen feld ova ski stein son holt wald er ini ez ard by ley ton wick ström müller".split()
GIVEN = ("Ada Bruno Clara Dario Elif Farid Greta Henri Ines Jonas Kira Luca Maya Noah Olga Paul Rosa Samir Tilda Uwe "
         "Vera Wim Yara Zoé").split()
EXAMINATIONS = ("CT CHEST", "CT HEAD", "CT ABDOMEN", "CT SPINE", "CT SINUS", "CT ANGIO THORAX", "CT KNEE", "CT PELVIS")


@dataclasses.dataclass(frozen=True)
class Population:
    """A set of studies, all alike in size.

    digit: first digit of its UIDs and mark of its Patient IDs; studies: how many; per_patient: studies of one patient;
    series: of each study; instances: of each series; side: rows and columns of an image, 16 bits a sample.
    """
    digit: int
    studies: int
    per_patient: int
    series: int
    instances: int
    side: int

    @property
    def count(self):
        return self.studies * self.series * self.instances

    def study_uid(self, study):
        return f"2.25.{self.digit}7{study:09d}"

    def series_uid(self, study, series):
        return f"2.25.{self.digit}8{study:09d}.{series + 1}"

    def instance_uid(self, study, series, number):
        return f"2.25.{self.digit}9{study:09d}.{series + 1}.{number + 1}"

    def patient(self, study):
        return study // self.per_patient

    def patient_id(self, study):
        return f"BENCH{self.digit}-{self.patient(study):07d}"

    def patient_name(self, study):
        chosen = random.Random(self.digit << 32 | self.patient(study))
        return f"{chosen.choice(STEMS)}{chosen.choice(ENDINGS)}^{chosen.choice(GIVEN)}"

    def accession_number(self, study):
        return f"B{self.digit}{study:08d}"

    def date(self, study):
        """Spread over ten years, the same for each run."""
        chosen = random.Random(self.digit << 40 | study)
        return f"{2016 + chosen.randrange(10)}{1 + chosen.randrange(12):02d}{1 + chosen.randrange(28):02d}"

    def study(self, study):
        """The Part 10 files of a study, in their order."""
        pixels = _pixels(self.side)
        return [self._instance(study, series, number, pixels)
                for series in range(self.series) for number in range(self.instances)]

    def _instance(self, study, series, number, pixels):
        uid = self.instance_uid(study, series, number)
        turn = 2 * self.side * ((study + series + number) % self.side)
        dataset = b"".join(_element(*one) for one in (
            *self._study_attributes(study, uid),
            *self._series_attributes(study, series),
            *self._image_attributes(number),
            (0x7FE0, 0x0010, "OW", pixels[turn:] + pixels[:turn])))
        return _file_meta(uid) + dataset

    def _study_attributes(self, study, uid):
        date = self.date(study)
        return (
            (0x0008, 0x0005, "CS", "ISO_IR 192"), (0x0008, 0x0008, "CS", "ORIGINAL\\PRIMARY\\AXIAL"),
            (0x0008, 0x0016, "UI", CT_IMAGE_STORAGE), (0x0008, 0x0018, "UI", uid), (0x0008, 0x0020, "DA", date),
            (0x0008, 0x0021, "DA", date), (0x0008, 0x0023, "DA", date),
            (0x0008, 0x0030, "TM", f"{8 + study % 10:02d}{study % 60:02d}00"),
            (0x0008, 0x0050, "SH", self.accession_number(study)), (0x0008, 0x0060, "CS", "CT"),
            (0x0008, 0x0070, "LO", "Aegle bench"), (0x0008, 0x0080, "LO", "Bench Hospital"),
            (0x0008, 0x0090, "PN", f"Referrer^{GIVEN[study % len(GIVEN)]}"),
            (0x0008, 0x1030, "LO", EXAMINATIONS[study % len(EXAMINATIONS)]))

    def _series_attributes(self, study, series):
        patient = self.patient(study)
        return (
            (0x0008, 0x103E, "LO", f"Axial {series + 1}"), (0x0010, 0x0010, "PN", self.patient_name(study)),
            (0x0010, 0x0020, "LO", self.patient_id(study)),
            (0x0010, 0x0030, "DA", f"{1930 + patient % 80}{1 + patient % 12:02d}{1 + patient % 28:02d}"),
            (0x0010, 0x0040, "CS", "FM"[patient % 2]), (0x0018, 0x0015, "CS", "CHEST"),
            (0x0018, 0x0050, "DS", "1.5"), (0x0018, 0x0060, "DS", "120"), (0x0018, 0x5100, "CS", "HFS"),
            (0x0020, 0x000D, "UI", self.study_uid(study)), (0x0020, 0x000E, "UI", self.series_uid(study, series)),
            (0x0020, 0x0010, "SH", str(study)), (0x0020, 0x0011, "IS", str(series + 1)))

    def _image_attributes(self, number):
        side = struct.pack("<H", self.side)
        return (
            (0x0020, 0x0013, "IS", str(number + 1)), (0x0020, 0x0032, "DS", f"0\\0\\{number * 1.5}"),
            (0x0020, 0x0037, "DS", "1\\0\\0\\0\\1\\0"), (0x0028, 0x0002, "US", b"\1\0"),
            (0x0028, 0x0004, "CS", "MONOCHROME2"), (0x0028, 0x0010, "US", side), (0x0028, 0x0011, "US", side),
            (0x0028, 0x0030, "DS", "0.7\\0.7"), (0x0028, 0x0100, "US", b"\x10\0"), (0x0028, 0x0101, "US", b"\x10\0"),
            (0x0028, 0x0102, "US", b"\x0f\0"), (0x0028, 0x0103, "US", b"\1\0"), (0x0028, 0x1050, "DS", "40"),
            (0x0028, 0x1051, "DS", "400"), (0x0028, 0x1052, "DS", "-1024"), (0x0028, 0x1053, "DS", "1"))


def multipart(files):
    """A STOW-RS body of objects (PS3.18 10.5.1), with BOUNDARY between them."""
    head = f"--{BOUNDARY}\r\nContent-Type: application/dicom\r\n\r\n".encode()
    return b"".join(head + file + b"\r\n" for file in files) + f"--{BOUNDARY}--\r\n".encode()


@functools.cache
def _pixels(side):
    """Noise of eleven bits: what no disk and no wire makes smaller than a real slice."""
    noise = random.Random(side)
    return struct.pack(f"<{side * side}h", *(noise.randrange(0, 1200) for _ in range(side * side)))


def _file_meta(uid):
    """PS3.10 7.1."""
    group = b"".join(_element(*one) for one in (
        (0x0002, 0x0001, "OB", b"\0\1"), (0x0002, 0x0002, "UI", CT_IMAGE_STORAGE), (0x0002, 0x0003, "UI", uid),
        (0x0002, 0x0010, "UI", EXPLICIT_VR_LITTLE_ENDIAN), (0x0002, 0x0012, "UI", "2.25.20261125")))
    return bytes(128) + b"DICM" + _element(0x0002, 0x0000, "UL", struct.pack("<I", len(group))) + group


def _element(group, element, vr, value):
    """PS3.5 7.1.2."""
    if isinstance(value, str):
        value = value.encode()
    if len(value) % 2:
        value += b"\0" if vr in ("UI", "OB") else b" "
    if vr in LONG_FORM:
        return struct.pack("<HH2sHI", group, element, vr.encode(), 0, len(value)) + value
    return struct.pack("<HH2sH", group, element, vr.encode(), len(value)) + value
