package org.aegle.dimse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.aegle.access.Caller;
import org.aegle.access.EntityAccess;
import org.aegle.dicom.network.Association;
import org.aegle.dicom.network.dimse.DimseStatus;
import org.aegle.dicom.network.service.DimseRefusal;
import org.aegle.dicom.network.service.OperationContext;

/**
 * Who asks for an operation: the calling entity as the directory is now. On an association it is looked up again after
 * some seconds, so that a burst of objects does not ask for each, and an entity that was disabled is soon turned away.
 */
@ApplicationScoped
public class AssociationCallers {
    private static final long FRESH_NANOS = Duration.ofSeconds(5).toNanos();

    private final Map<Association, Known> known = Collections.synchronizedMap(new WeakHashMap<>());

    @Inject
    private EntityAccess access;

    /** Throws {@link DimseRefusal} when it may not call any more. */
    Caller of(OperationContext context) {
        Association association = context.association();
        Known last = known.get(association);
        long now = System.nanoTime();
        if (last != null && now - last.at() < FRESH_NANOS) {
            return last.caller();
        }
        Caller caller = access.again(association.peerAeTitle(), association.peer())
                .orElseThrow(() -> new DimseRefusal(DimseStatus.NOT_AUTHORIZED, "The calling AE is disabled"));
        known.put(association, new Known(caller, now));
        return caller;
    }

    private record Known(Caller caller, long at) {}
}
