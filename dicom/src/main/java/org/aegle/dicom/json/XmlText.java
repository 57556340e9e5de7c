package org.aegle.dicom.json;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Text of DICOM as text of XML. XML 1.0 2.2, 2.11. */
final class XmlText {
    private static final int REPLACEMENT = 0xFFFD;

    private XmlText() {}

    /** The same with U+FFFD for each character that XML cannot hold. */
    static String legal(String text) {
        return text.codePoints().allMatch(XmlText::isLegal)
                ? text
                : text.codePoints()
                        .map(c -> isLegal(c) ? c : REPLACEMENT)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    /** Carriage returns are written as references: readers turn bare ones into line feeds. */
    static void write(String text, XMLStreamWriter xml) throws XMLStreamException {
        String[] lines = legal(text).split("\r", -1);
        xml.writeCharacters(lines[0]);
        for (int i = 1; i < lines.length; i++) {
            xml.writeEntityRef("#xD");
            xml.writeCharacters(lines[i]);
        }
    }

    private static boolean isLegal(int c) {
        boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
        return c >= ' ' && c != 0xFFFE && c != 0xFFFF && !surrogate || c == '\t' || c == '\n' || c == '\r';
    }
}
