package org.aegle.dicom.data;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * A data set: data elements in ascending order of their tags. An element may be absent, present and empty, or present
 * with a value ({@link #contains}, {@link #containsValue}). Values read from a stream stay bytes in little endian order
 * and are decoded when asked for; long values are references ({@link BulkData}, {@link Fragments}). Items of sequences
 * are data sets too and inherit the character set of the one around them.
 *
 * <p>Reading is safe for several threads once nobody writes. PS3.5 7.
 */
public final class Attributes {
    private static final byte[] EMPTY = {};

    private int[] tags = new int[16];
    private VR[] vrs = new VR[16];
    private Object[] values = new Object[16];
    private int size;
    private Attributes parent;
    private SpecificCharacterSet charset;

    /** An empty data set. */
    public Attributes() {}

    /** A deep copy. */
    public Attributes(Attributes other) {
        putAll(other);
    }

    void attachTo(Attributes owner) {
        if (parent != null) {
            throw new IllegalArgumentException("the item already belongs to a sequence");
        }
        parent = owner;
    }

    void detach() {
        parent = null;
    }

    /** The data set whose sequence holds this item; empty for a data set of its own. */
    public Optional<Attributes> findParent() {
        return Optional.ofNullable(parent);
    }

    private int indexOf(int tag) {
        if (size == 0 || Integer.compareUnsigned(tags[size - 1], tag) < 0) {
            return -size - 1;
        }
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            int order = Integer.compareUnsigned(tags[middle], tag);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    /** The element is present, with or without a value. */
    public boolean contains(int tag) {
        return indexOf(tag) >= 0;
    }

    /** The element is present and has a value; a sequence needs an item. */
    public boolean containsValue(int tag) {
        int index = indexOf(tag);
        return index >= 0 && !Values.isEmpty(values[index]);
    }

    /** The number of elements, items not counted. */
    public int size() {
        return size;
    }

    /** There is no element. */
    public boolean isEmpty() {
        return size == 0;
    }

    /** The tags in ascending order. */
    public int[] tags() {
        return Arrays.copyOf(tags, size);
    }

    /** The VR of an element; empty when it is absent. */
    public Optional<VR> findVR(int tag) {
        int index = indexOf(tag);
        return index < 0 ? Optional.empty() : Optional.of(vrs[index]);
    }

    /** The VR of an element that is present; UN when it is absent. */
    public VR getVR(int tag) {
        int index = indexOf(tag);
        return index < 0 ? VR.UN : vrs[index];
    }

    /**
     * The value as it is kept: {@code byte[]} (little endian), {@code String[]}, {@link Sequence}, {@link Fragments},
     * {@link BulkData} or {@link BulkDataReference}; an array without elements when absent or empty. Not to be changed.
     */
    public Object getValue(int tag) {
        int index = indexOf(tag);
        return index < 0 ? EMPTY : values[index];
    }

    /** The first value as text; empty when absent or without value. */
    public String getString(int tag) {
        return getString(tag, 0, "");
    }

    /** The first value as text, or the default when absent or without value. */
    public String getString(int tag, String defaultValue) {
        return getString(tag, 0, defaultValue);
    }

    /** One value as text, counted from 0, or the default when there is none or it is empty. */
    public String getString(int tag, int index, String defaultValue) {
        String[] strings = getStrings(tag);
        return index < strings.length && !strings[index].isEmpty() ? strings[index] : defaultValue;
    }

    /** All values as text, trimmed of padding; no element when absent or empty. Tags are eight hexadecimal digits. */
    public String[] getStrings(int tag) {
        int index = indexOf(tag);
        return index < 0 ? StringValues.NONE : Values.strings(values[index], vrs[index], this);
    }

    /** The first value as a person's name; {@link PersonName#EMPTY} when absent or without value. */
    public PersonName getPersonName(int tag) {
        return PersonName.parse(getString(tag));
    }

    /** The first value as an integer, or the default when there is none or it is no number. */
    public int getInt(int tag, int defaultValue) {
        long[] numbers = getLongs(tag);
        return numbers.length > 0 && numbers[0] == (int) numbers[0] ? (int) numbers[0] : defaultValue;
    }

    /** All values as integers; no element when absent, empty or no numbers. */
    public int[] getInts(int tag) {
        return Arrays.stream(getLongs(tag)).mapToInt(number -> (int) number).toArray();
    }

    /** The first value as an integer of 64 bits, or the default when there is none or it is no number. */
    public long getLong(int tag, long defaultValue) {
        long[] numbers = getLongs(tag);
        return numbers.length > 0 ? numbers[0] : defaultValue;
    }

    /** All values as integers of 64 bits; no element when absent, empty or no numbers. */
    public long[] getLongs(int tag) {
        int index = indexOf(tag);
        return index < 0 ? NumberValues.NO_LONGS : Values.longs(values[index], vrs[index], this);
    }

    /** The first value as a number, or the default when there is none or it is no number. */
    public double getDouble(int tag, double defaultValue) {
        double[] numbers = getDoubles(tag);
        return numbers.length > 0 ? numbers[0] : defaultValue;
    }

    /** All values as numbers; no element when absent, empty or no numbers. */
    public double[] getDoubles(int tag) {
        int index = indexOf(tag);
        return index < 0 ? NumberValues.NO_DOUBLES : Values.doubles(values[index], vrs[index], this);
    }

    /** All values as numbers of single precision; no element when absent, empty or no numbers. */
    public float[] getFloats(int tag) {
        double[] numbers = getDoubles(tag);
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }

    /** The value field in little endian order; no bytes when absent, empty, a sequence or not kept in memory. */
    public byte[] getBytes(int tag) {
        int index = indexOf(tag);
        return index < 0 ? EMPTY : Values.bytes(values[index], vrs[index], this);
    }

    /** The first value as a date; empty when there is none or it is no date. */
    public Optional<LocalDate> findDate(int tag) {
        return Temporal.date(getString(tag));
    }

    /** The first value as a time of day; empty when there is none or it is no time. */
    public Optional<LocalTime> findTime(int tag) {
        return Temporal.earliest(getString(tag));
    }

    /** The items of a sequence; empty when the element is absent or no sequence. */
    public Optional<Sequence> findSequence(int tag) {
        return getValue(tag) instanceof Sequence sequence ? Optional.of(sequence) : Optional.empty();
    }

    /** The items of a sequence; a sequence of its own without items when the element is absent or no sequence. */
    public Sequence getSequence(int tag) {
        return findSequence(tag).orElseGet(() -> new Sequence(this, 0));
    }

    /** The first item of a sequence. */
    public Optional<Attributes> findItem(int tag) {
        return findSequence(tag).filter(items -> !items.isEmpty()).map(items -> items.get(0));
    }

    /** The blocks of private elements in this data set. */
    public PrivateBlocks privateBlocks() {
        return new PrivateBlocks(this);
    }

    /** The character set in force here: the own one or, in an item, that of the data set around it. */
    public SpecificCharacterSet specificCharacterSet() {
        int index = indexOf(Tag.SpecificCharacterSet);
        if (index < 0) {
            return parent == null ? SpecificCharacterSet.DEFAULT : parent.specificCharacterSet();
        }
        if (charset == null) {
            charset = SpecificCharacterSet.of(getStrings(Tag.SpecificCharacterSet));
        }
        return charset;
    }

    /** Sets the values of an element from text; numbers for VRs of numbers, hexadecimal digits for AT. */
    public void setString(int tag, VR vr, String... strings) {
        if (tag == Tag.SpecificCharacterSet) {
            Values.decodeTexts(this);
        }
        put(tag, vr, Values.ofStrings(strings, vr));
    }

    /** Sets the values of an element from integers; decimal digits for IS and DS. */
    public void setInt(int tag, VR vr, int... numbers) {
        setLong(tag, vr, Arrays.stream(numbers).asLongStream().toArray());
    }

    /** Sets the values of an element from integers of 64 bits; decimal digits for IS and DS. */
    public void setLong(int tag, VR vr, long... numbers) {
        put(tag, vr, Values.ofLongs(numbers, vr));
    }

    /** Sets the values of an element from numbers; DS gets at most 16 characters, as PS3.5 6.2 demands. */
    public void setDouble(int tag, VR vr, double... numbers) {
        put(tag, vr, Values.ofDoubles(numbers, vr));
    }

    /** Sets the value field, little endian. The array is kept, not copied. */
    public void setBytes(int tag, VR vr, byte[] bytes) {
        put(tag, vr, Objects.requireNonNull(bytes));
    }

    /** Makes an element present and empty. */
    public void setNull(int tag, VR vr) {
        put(tag, vr, vr == VR.SQ ? new Sequence(this, 0) : EMPTY);
    }

    /** Makes an element a sequence without items and returns it. */
    public Sequence newSequence(int tag, int capacity) {
        Sequence sequence = new Sequence(this, capacity);
        put(tag, VR.SQ, sequence);
        return sequence;
    }

    /**
     * Sets a value of one of the kinds that {@link #getValue} gives. A sequence is copied, items included.
     *
     * @throws IllegalArgumentException for another kind of value
     */
    public void setValue(int tag, VR vr, Object value) {
        if (value instanceof Sequence items) {
            Sequence copy = newSequence(tag, items.size());
            items.forEach(item -> copy.add(new Attributes(item)));
        } else if (Values.isKept(value)) {
            put(tag, vr, value);
        } else {
            throw new IllegalArgumentException("no value of a data element: " + value.getClass());
        }
    }

    private void put(int tag, VR vr, Object value) {
        if (tag == Tag.SpecificCharacterSet) {
            charset = null;
        }
        int index = indexOf(tag);
        if (index < 0) {
            index = -index - 1;
            insert(index, tag);
        }
        vrs[index] = vr;
        values[index] = value;
    }

    private void insert(int index, int tag) {
        if (size == tags.length) {
            tags = Arrays.copyOf(tags, size * 2);
            vrs = Arrays.copyOf(vrs, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        System.arraycopy(tags, index, tags, index + 1, size - index);
        System.arraycopy(vrs, index, vrs, index + 1, size - index);
        System.arraycopy(values, index, values, index + 1, size - index);
        tags[index] = tag;
        size++;
    }

    /** Takes an element out; false when it was absent. */
    public boolean remove(int tag) {
        int index = indexOf(tag);
        if (index < 0) {
            return false;
        }
        if (tag == Tag.SpecificCharacterSet) {
            Values.decodeTexts(this);
            charset = null;
        }
        int rest = size - index - 1;
        System.arraycopy(tags, index + 1, tags, index, rest);
        System.arraycopy(vrs, index + 1, vrs, index, rest);
        System.arraycopy(values, index + 1, values, index, rest);
        values[--size] = null;
        return true;
    }

    /** Sets all elements of another data set here; sequences are copied, text keeps its characters. */
    public void putAll(Attributes other) {
        if (size > 0 && other.contains(Tag.SpecificCharacterSet)) {
            Values.decodeTexts(this);
        }
        boolean sameCharset = size == 0 && parent == null
                || other.specificCharacterSet().equals(specificCharacterSet())
                        && !other.contains(Tag.SpecificCharacterSet);
        for (int i = 0; i < other.size; i++) {
            boolean text = other.vrs[i].isCharacterSetDependent() && other.values[i] instanceof byte[];
            boolean recode = text && (!sameCharset || other.parent != null);
            Object value = recode ? Values.strings(other.values[i], other.vrs[i], other) : other.values[i];
            setValue(other.tags[i], other.vrs[i], value);
        }
    }

    /** A deep copy of the elements whose tags are wanted; Specific Character Set comes along with text. */
    public Attributes filtered(IntPredicate wanted) {
        Attributes copy = new Attributes(this);
        for (int tag : tags()) {
            if (!wanted.test(tag) && tag != Tag.SpecificCharacterSet) {
                copy.remove(tag);
            }
        }
        return copy;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Attributes set)
                || set.size != size
                || !Arrays.equals(set.tags, 0, size, tags, 0, size)) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (vrs[i] != set.vrs[i] || !Values.equal(values[i], this, set.values[i], set, vrs[i])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = 0; i < size; i++) {
            hash = 31 * hash + tags[i];
        }
        return hash;
    }

    /** The elements one a line, nested ones indented, at most so many lines. For logs of tests: it shows values. */
    public String toString(int limit) {
        return new AttributesText(limit).print(this);
    }

    @Override
    public String toString() {
        return toString(100);
    }
}
