package org.aegle.dicom.io;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.dictionary.UidDictionary;
import org.aegle.dicom.dictionary.UidEntry;

/**
 * How a data set is encoded. PS3.5 10 and Annex A.
 *
 * @param uid identifier
 * @param name name in the standard
 * @param explicitVr elements tell their VR
 * @param bigEndian words are in big endian order
 * @param deflated the data set is a deflated stream
 * @param encapsulated pixel data is a sequence of fragments
 */
public record TransferSyntax(
        String uid, String name, boolean explicitVr, boolean bigEndian, boolean deflated, boolean encapsulated) {
    private static final Map<String, TransferSyntax> BY_UID = new LinkedHashMap<>();

    static {
        for (UidEntry entry : UidDictionary.standard().entries()) {
            if (entry.type() == UidEntry.Type.TRANSFER_SYNTAX && isForDataSets(entry.uid())) {
                BY_UID.put(entry.uid(), of(entry));
            }
        }
    }

    /** Implicit VR Little Endian, the default of the standard. */
    public static final TransferSyntax IMPLICIT_VR_LITTLE_ENDIAN = get(UID.ImplicitVRLittleEndian);

    /** Explicit VR Little Endian. */
    public static final TransferSyntax EXPLICIT_VR_LITTLE_ENDIAN = get(UID.ExplicitVRLittleEndian);

    /** Explicit VR Big Endian, retired. */
    public static final TransferSyntax EXPLICIT_VR_BIG_ENDIAN = get(UID.ExplicitVRBigEndian);

    /** Deflated Explicit VR Little Endian. */
    public static final TransferSyntax DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN = get(UID.DeflatedExplicitVRLittleEndian);

    /** XML is no DICOM stream, and the SMPTE syntaxes carry media flows of their own. */
    private static boolean isForDataSets(String uid) {
        return !uid.equals(UID.XMLEncoding) && !uid.startsWith("1.2.840.10008.1.2.7.");
    }

    private static TransferSyntax of(UidEntry entry) {
        return switch (entry.uid()) {
            case UID.ImplicitVRLittleEndian, UID.Papyrus3ImplicitVRLittleEndian -> plain(entry, false, false, false);
            case UID.ExplicitVRLittleEndian, UID.JPIPReferenced, UID.JPIPHTJ2KReferenced ->
                plain(entry, true, false, false);
            case UID.ExplicitVRBigEndian -> plain(entry, true, true, false);
            case UID.DeflatedExplicitVRLittleEndian, UID.JPIPReferencedDeflate, UID.JPIPHTJ2KReferencedDeflate ->
                plain(entry, true, false, true);
            default -> new TransferSyntax(entry.uid(), entry.name(), true, false, false, true);
        };
    }

    private static TransferSyntax plain(UidEntry entry, boolean explicitVr, boolean bigEndian, boolean deflated) {
        return new TransferSyntax(entry.uid(), entry.name(), explicitVr, bigEndian, deflated, false);
    }

    /** The transfer syntax with an identifier; empty when neither the standard nor this library knows it. */
    public static Optional<TransferSyntax> find(String uid) {
        return Optional.ofNullable(BY_UID.get(uid));
    }

    private static TransferSyntax get(String uid) {
        return find(uid).orElseThrow();
    }

    /** All transfer syntaxes that can be read. */
    public static Collection<TransferSyntax> all() {
        return Collections.unmodifiableCollection(BY_UID.values());
    }

    /** Video: the frames are one stream and cannot be cut apart. PS3.5 A.4.5-A.4.9. */
    public boolean isVideo() {
        return name.contains("MPEG") || name.contains("HEVC");
    }
}
