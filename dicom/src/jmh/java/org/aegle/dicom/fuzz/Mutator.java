package org.aegle.dicom.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Spoils sound files as broken disks, old software and attackers do. One thread. */
final class Mutator {
    private static final byte[][] TOKENS = {
        {(byte) 0xFE, (byte) 0xFF, 0x00, (byte) 0xE0},
        {(byte) 0xFE, (byte) 0xFF, 0x0D, (byte) 0xE0, 0, 0, 0, 0},
        {(byte) 0xFE, (byte) 0xFF, (byte) 0xDD, (byte) 0xE0, 0, 0, 0, 0},
        {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF},
        {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x7F},
        {(byte) 0xE0, 0x7F, 0x10, 0x00},
        {'S', 'Q', 0, 0},
        {'U', 'N', 0, 0},
        {(byte) 0xFF, (byte) 0xD8},
        {(byte) 0xFF, (byte) 0xC4},
        {(byte) 0xFF, (byte) 0x51},
        {0x1B, '$', 'B'},
    };

    private final List<byte[]> sound;
    private final Random random;

    Mutator(List<byte[]> sound, long seed) {
        this.sound = sound;
        this.random = new Random(seed);
    }

    byte[] next() {
        byte[] bytes = sound.get(random.nextInt(sound.size())).clone();
        for (int i = 1 << random.nextInt(5); i > 0; i--) {
            bytes = mutate(bytes);
        }
        return bytes;
    }

    private byte[] mutate(byte[] bytes) {
        if (bytes.length < 16) {
            return bytes;
        }
        // Most of what decides lies in front.
        int at = random.nextInt(random.nextBoolean() ? bytes.length : Math.min(bytes.length, 4096));
        switch (random.nextInt(7)) {
            case 0 -> bytes[at] = (byte) random.nextInt();
            case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 2 -> put(bytes, at, TOKENS[random.nextInt(TOKENS.length)]);
            case 3 -> put(bytes, at, new byte[random.nextInt(8)]);
            case 4 -> {
                return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, at + 1) : bytes;
            }
            case 5 -> {
                return cut(bytes, at, random.nextInt(64));
            }
            default -> {
                return splice(bytes, at);
            }
        }
        return bytes;
    }

    private static void put(byte[] bytes, int at, byte[] token) {
        System.arraycopy(token, 0, bytes, at, Math.min(token.length, bytes.length - at));
    }

    private static byte[] cut(byte[] bytes, int at, int length) {
        int end = Math.min(bytes.length, at + length);
        byte[] shorter = new byte[bytes.length - (end - at)];
        System.arraycopy(bytes, 0, shorter, 0, at);
        System.arraycopy(bytes, end, shorter, at, bytes.length - end);
        return shorter;
    }

    private byte[] splice(byte[] bytes, int at) {
        byte[] other = sound.get(random.nextInt(sound.size()));
        int from = random.nextInt(other.length);
        int length = Math.min(random.nextInt(512), other.length - from);
        byte[] longer = Arrays.copyOf(bytes, bytes.length + length);
        System.arraycopy(bytes, at, longer, at + length, bytes.length - at);
        System.arraycopy(other, from, longer, at, length);
        return longer;
    }
}
