package org.aegle.dicom.io;

import java.io.ByteArrayOutputStream;

/** Numbers in as few bytes as they need: seven bits a byte, the lowest first, the high bit set when more follow. */
final class VariableLengthNumbers {
    private VariableLengthNumbers() {}

    static final class Output {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Output write(long number) {
            long rest = number;
            while (rest < 0 || rest > 0x7F) {
                bytes.write((int) (rest & 0x7F | 0x80));
                rest >>>= 7;
            }
            bytes.write((int) rest);
            return this;
        }

        /** The sign goes to the lowest bit, so that small negative numbers stay short. */
        Output writeSigned(long number) {
            return write(number << 1 ^ number >> 63);
        }

        byte[] toBytes() {
            return bytes.toByteArray();
        }
    }

    static final class Input {
        private final byte[] bytes;
        private int position;

        Input(byte[] bytes) {
            this.bytes = bytes;
        }

        long read() {
            long number = 0;
            for (int shift = 0; shift < 64; shift += 7) {
                if (position >= bytes.length) {
                    throw new IllegalArgumentException("the bytes end within a number");
                }
                byte b = bytes[position++];
                number |= (b & 0x7FL) << shift;
                if (b >= 0) {
                    return number;
                }
            }
            throw new IllegalArgumentException("a number of more than 64 bits");
        }

        long readSigned() {
            long number = read();
            return number >>> 1 ^ -(number & 1);
        }

        int readCount(int maximum) {
            long number = read();
            if (number < 0 || number > maximum) {
                throw new IllegalArgumentException("a count of " + number);
            }
            return (int) number;
        }
    }
}
