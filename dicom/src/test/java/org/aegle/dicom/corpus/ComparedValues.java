package org.aegle.dicom.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.PersonName;
import org.aegle.dicom.data.PrivateBlocks;
import org.aegle.dicom.data.Sequence;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;

/** What is compared of a data set that another toolkit has read too. */
final class ComparedValues {
    private ComparedValues() {}

    /** Text of all values that are text or numbers, in their order. */
    static List<String> of(Attributes set) {
        List<String> values = new ArrayList<>();
        for (int tag : set.tags()) {
            VR vr = set.getVR(tag);
            if (set.getValue(tag) instanceof Sequence items) {
                items.forEach(item -> values.addAll(of(item)));
            } else if (isCompared(tag, vr)) {
                values.add("%08X %s".formatted(tag, text(set, tag, vr)));
            }
        }
        return values;
    }

    /** The character set is always UTF-8 in XML and JSON, and the blocks of private elements are the reader's to choose. */
    private static boolean isCompared(int tag, VR vr) {
        boolean groupLength = (tag & 0xFFFF) == 0;
        return !vr.isBytes() && !groupLength && tag != Tag.SpecificCharacterSet && !PrivateBlocks.isPrivate(tag);
    }

    /** Both may end a name without its last delimiters and a number after more or fewer digits. */
    private static String text(Attributes set, int tag, VR vr) {
        if (vr == VR.FD || vr == VR.FL || vr == VR.DS || vr == VR.IS) {
            return DoubleStream.of(set.getDoubles(tag))
                    .mapToObj("%.12g"::formatted)
                    .toList()
                    .toString();
        }
        Stream<String> strings = Stream.of(set.getStrings(tag));
        return (vr == VR.PN ? strings.map(ComparedValues::name).filter(name -> !name.equals("=")) : strings)
                .toList()
                .toString();
    }

    /** Without the phonetic group, for which dcmtk repeats the ideographic one when it is empty. */
    private static String name(String text) {
        PersonName name = PersonName.parse(text);
        return name.alphabetic() + "=" + name.ideographic();
    }
}
