package org.aegle.dimse;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.dictionary.SopClasses;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.network.SupportedContexts;
import org.aegle.directory.EntityService;

/**
 * The presentation contexts that are accepted. Where a context offers several transfer syntaxes, a native one is chosen:
 * to choose a compressed one could make the sender compress. PS3.8 7.1.1.13-14.
 */
final class OfferedContexts {
    /** For data sets without pixel data. */
    static final List<TransferSyntax> MESSAGES = List.of(
            TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
            TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN,
            TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN,
            TransferSyntax.EXPLICIT_VR_BIG_ENDIAN);

    /** For objects: all that can be read, native before lossless before all else. */
    static final List<TransferSyntax> OBJECTS = TransferSyntax.all().stream()
            .sorted(Comparator.comparingInt(OfferedContexts::rank))
            .toList();

    private OfferedContexts() {}

    /**
     * What an entity is offered. Storage is also negotiated for C-GET, whose requestor takes what it asked for (PS3.4
     * C.5.3).
     *
     * @param privateSopClasses for storage, beyond the standard's
     */
    static SupportedContexts of(Set<EntityService> services, Set<String> privateSopClasses) {
        Set<String> storage = new HashSet<>(SopClasses.standard().uids());
        storage.addAll(privateSopClasses);
        SupportedContexts contexts = SupportedContexts.NONE;
        if (services.contains(EntityService.ECHO)) {
            contexts = contexts.with(List.of(UID.Verification), MESSAGES);
        }
        if (services.contains(EntityService.STORE) || services.contains(EntityService.GET)) {
            contexts = contexts.with(storage, OBJECTS);
        }
        if (services.contains(EntityService.FIND)) {
            contexts = contexts.with(FindScp.SOP_CLASSES, MESSAGES);
        }
        if (services.contains(EntityService.GET)) {
            contexts = contexts.with(GetScp.SOP_CLASSES, MESSAGES).withScpRole(storage);
        }
        if (services.contains(EntityService.MOVE)) {
            contexts = contexts.with(MoveScp.SOP_CLASSES, MESSAGES);
        }
        if (services.contains(EntityService.COMMIT)) {
            contexts = contexts.with(List.of(UID.StorageCommitmentPushModel), MESSAGES);
        }
        return contexts;
    }

    private static int rank(TransferSyntax syntax) {
        int preferred = MESSAGES.indexOf(syntax);
        if (preferred >= 0) {
            return preferred;
        }
        return MESSAGES.size() + (syntax.name().toLowerCase(Locale.ROOT).contains("lossless") ? 0 : 1);
    }
}
