package org.aegle.dicom.data;

/**
 * Value Representation: what kind of value a data element holds and how it lies in a stream. PS3.5 6.2 and 7.1.2.
 */
public enum VR {
    /** Application Entity. */
    AE(Kind.STRING),
    /** Age String. */
    AS(Kind.STRING),
    /** Attribute Tag: pairs of 16 bit group and element numbers. */
    AT(Kind.TAG, 2, 4),
    /** Code String. */
    CS(Kind.STRING),
    /** Date. */
    DA(Kind.STRING),
    /** Decimal String. */
    DS(Kind.STRING),
    /** Date Time. */
    DT(Kind.STRING),
    /** Floating Point Double. */
    FD(Kind.FLOATING, 8, 8),
    /** Floating Point Single. */
    FL(Kind.FLOATING, 4, 4),
    /** Integer String. */
    IS(Kind.STRING),
    /** Long String. */
    LO(Kind.STRING),
    /** Long Text. */
    LT(Kind.TEXT),
    /** Other Byte. */
    OB(Kind.BYTES, 1, 1),
    /** Other Double. */
    OD(Kind.BYTES, 8, 8),
    /** Other Float. */
    OF(Kind.BYTES, 4, 4),
    /** Other Long. */
    OL(Kind.BYTES, 4, 4),
    /** Other 64-bit Very Long. */
    OV(Kind.BYTES, 8, 8),
    /** Other Word. */
    OW(Kind.BYTES, 2, 2),
    /** Person Name. */
    PN(Kind.STRING),
    /** Short String. */
    SH(Kind.STRING),
    /** Signed Long. */
    SL(Kind.SIGNED, 4, 4),
    /** Sequence of Items. */
    SQ(Kind.SEQUENCE, 1, 1),
    /** Signed Short. */
    SS(Kind.SIGNED, 2, 2),
    /** Short Text. */
    ST(Kind.TEXT),
    /** Signed 64-bit Very Long. */
    SV(Kind.SIGNED, 8, 8),
    /** Time. */
    TM(Kind.STRING),
    /** Unlimited Characters. */
    UC(Kind.STRING),
    /** Unique Identifier. */
    UI(Kind.STRING),
    /** Unsigned Long. */
    UL(Kind.UNSIGNED, 4, 4),
    /** Unknown. */
    UN(Kind.BYTES, 1, 1),
    /** Universal Resource Identifier or Locator. */
    UR(Kind.TEXT),
    /** Unsigned Short. */
    US(Kind.UNSIGNED, 2, 2),
    /** Unlimited Text. */
    UT(Kind.TEXT),
    /** Unsigned 64-bit Very Long. */
    UV(Kind.UNSIGNED, 8, 8);

    /** The family a value belongs to. */
    public enum Kind {
        /** Characters; several values are parted by a backslash. */
        STRING,
        /** Characters, always one value: a backslash is text. */
        TEXT,
        /** Tags. */
        TAG,
        /** Two's complement integers. */
        SIGNED,
        /** Unsigned integers. */
        UNSIGNED,
        /** IEEE 754 numbers. */
        FLOATING,
        /** A string of bytes or words without further structure. */
        BYTES,
        /** Items. */
        SEQUENCE
    }

    private static final VR[] BY_CODE = new VR[26 * 26];

    static {
        for (VR vr : values()) {
            BY_CODE[index(vr.name().charAt(0), vr.name().charAt(1))] = vr;
        }
    }

    private final Kind kind;
    private final int wordLength;
    private final int valueLength;

    VR(Kind kind) {
        this(kind, 1, 1);
    }

    VR(Kind kind, int wordLength, int valueLength) {
        this.kind = kind;
        this.wordLength = wordLength;
        this.valueLength = valueLength;
    }

    private static int index(int first, int second) {
        return (first - 'A') * 26 + second - 'A';
    }

    /** Whether two bytes of an explicit VR stream name a VR of the standard. */
    public static boolean isCode(int first, int second) {
        return isUpperCase(first) && isUpperCase(second) && BY_CODE[index(first, second)] != null;
    }

    /**
     * The VR that two bytes of an explicit VR stream name.
     *
     * @throws IllegalArgumentException when they name none, see {@link #isCode}
     */
    public static VR ofCode(int first, int second) {
        if (!isCode(first, second)) {
            throw new IllegalArgumentException("no VR " + first + " " + second);
        }
        return BY_CODE[index(first, second)];
    }

    private static boolean isUpperCase(int character) {
        return character >= 'A' && character <= 'Z';
    }

    /** The family this VR belongs to. */
    public Kind kind() {
        return kind;
    }

    /** Bytes of one word: the unit whose order is turned between little and big endian. */
    public int wordLength() {
        return wordLength;
    }

    /** Bytes of one value of a binary VR; 1 for strings. */
    public int valueLength() {
        return valueLength;
    }

    /** Bytes of the element header with an explicit VR: 12 with a 32 bit length, else 8. PS3.5 7.1.2. */
    public int headerLength() {
        return switch (this) {
            case OB, OD, OF, OL, OV, OW, SQ, SV, UC, UN, UR, UT, UV -> 12;
            default -> 8;
        };
    }

    /** Characters, be they one text or several strings. */
    public boolean isString() {
        return kind == Kind.STRING || kind == Kind.TEXT;
    }

    /** Integers or floating point numbers in binary form. */
    public boolean isBinaryNumber() {
        return kind == Kind.SIGNED || kind == Kind.UNSIGNED || kind == Kind.FLOATING;
    }

    /** A string of bytes or words. */
    public boolean isBytes() {
        return kind == Kind.BYTES;
    }

    /** Strings of this VR may hold several values parted by a backslash. */
    public boolean isMultiValuedString() {
        return kind == Kind.STRING;
    }

    /** The characters depend on Specific Character Set (0008,0005). PS3.5 6.1.2.2. */
    public boolean isCharacterSetDependent() {
        return switch (this) {
            case LO, LT, PN, SH, ST, UC, UT -> true;
            default -> false;
        };
    }

    /** Leading spaces are part of the value. PS3.5 table 6.2-1. */
    public boolean keepsLeadingSpaces() {
        return switch (this) {
            case LT, ST, UC, UT -> true;
            default -> false;
        };
    }

    /** The byte that makes the length of a value even: NUL for UIDs and bytes, a space for other strings. */
    public byte paddingByte() {
        return isString() && this != UI ? (byte) ' ' : 0;
    }

    /** The longest value that an explicit VR header can tell. */
    public long maximumLength() {
        return headerLength() == 12 ? 0xFFFF_FFFEL : 0xFFFEL;
    }
}
