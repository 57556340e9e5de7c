package org.aegle.dicom.data;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Encodes text with ISO 2022 escape sequences. One use, one thread. PS3.5 6.1.2.5. */
final class CodeExtensionEncoder {
    private final List<Repertoire> repertoires;
    private final Repertoire firstG0;
    private final Repertoire firstG1;
    private final VR vr;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private Repertoire g0;
    private Repertoire g1;

    CodeExtensionEncoder(List<Repertoire> repertoires, VR vr) {
        Repertoire first = repertoires.get(0);
        this.repertoires = repertoires;
        this.firstG0 = first == Repertoire.JAPANESE_KATAKANA ? Repertoire.JAPANESE_ROMAJI : Repertoire.ASCII;
        this.firstG1 = first.element == Repertoire.Element.G1 ? first : Repertoire.ASCII;
        this.vr = vr;
        this.g0 = firstG0;
        this.g1 = firstG1;
    }

    byte[] encode(String text) {
        text.codePoints().forEach(this::append);
        callIntoG0(firstG0);
        return bytes.toByteArray();
    }

    private void append(int codePoint) {
        if (codePoint < 0x80) {
            appendAscii(codePoint);
            return;
        }
        String character = Character.toString(codePoint);
        for (Repertoire repertoire : repertoires) {
            if (repertoire != Repertoire.ASCII && canEncode(repertoire.charset, character)) {
                call(repertoire);
                bytes.writeBytes(character.getBytes(repertoire.charset));
                return;
            }
        }
        appendAscii('?');
    }

    private void appendAscii(int character) {
        callIntoG0(firstG0);
        bytes.write(character);
        if (Delimiters.isDelimiter(character, vr)) {
            g1 = firstG1;
        }
    }

    private static boolean canEncode(Charset charset, String character) {
        return charset.newEncoder().canEncode(character);
    }

    private void call(Repertoire repertoire) {
        if (repertoire.element == Repertoire.Element.G0_PAIRS) {
            callIntoG0(repertoire);
        } else if (g1 != repertoire) {
            escape(repertoire);
            g1 = repertoire;
        }
    }

    private void callIntoG0(Repertoire repertoire) {
        if (g0 != repertoire) {
            escape(repertoire);
            g0 = repertoire;
        }
    }

    private void escape(Repertoire repertoire) {
        bytes.write(CodeExtensionDecoder.ESC);
        bytes.writeBytes(repertoire.escape.getBytes(StandardCharsets.US_ASCII));
    }
}
