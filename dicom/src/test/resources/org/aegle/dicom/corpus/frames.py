"""Tells the samples that pydicom finds in each frame of a file.

Argument: the file. Standard output: a line for each frame, the SHA-256 of its samples as little endian cells.
"""
import hashlib
import sys

import pydicom

dataset = pydicom.dcmread(sys.argv[1])
pixels = dataset.pixel_array
if int(dataset.get("NumberOfFrames") or 1) == 1:
    pixels = pixels[None]
for frame in pixels:
    print(hashlib.sha256(frame.astype(frame.dtype.newbyteorder("<")).tobytes()).hexdigest())
