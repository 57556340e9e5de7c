package org.aegle.imaging.arrival;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aegle.dicom.composition.Adjustment;
import org.aegle.dicom.composition.BulkPart;
import org.aegle.dicom.composition.BulkValue;
import org.aegle.dicom.composition.ComposedObject;
import org.aegle.dicom.composition.CompositionException;
import org.aegle.dicom.composition.ObjectComposition;
import org.aegle.dicom.data.Attributes;
import org.aegle.refusal.Unavailable;

/**
 * Instances of one sender that come as metadata, with their bulk data apart and in any order behind it. As soon as all of
 * an instance is there it goes the way of every object. Closing it removes bulk data that nothing was made of. For one
 * thread. PS3.18 10.5.2.
 */
public final class DescribedInstances implements Closeable {
    private final InstanceBatch batch;
    private final BulkDataSpool spool;
    private final Map<String, List<BulkPart>> parts = new HashMap<>();
    private final Map<String, Set<DescribedInstance>> waiting = new HashMap<>();
    private final Set<DescribedInstance> incomplete = new LinkedHashSet<>();
    private final Set<String> used = new HashSet<>();
    private final Set<String> lost = new HashSet<>();

    DescribedInstances(InstanceBatch batch, BulkDataSpool spool) {
        this.batch = batch;
        this.spool = spool;
    }

    /** Takes the metadata of an instance. */
    public void describe(Attributes metadata) throws IOException {
        DescribedInstance instance = new DescribedInstance(metadata);
        incomplete.add(instance);
        for (String location : instance.locations()) {
            waiting.computeIfAbsent(location, absent -> new LinkedHashSet<>()).add(instance);
        }
        complete(instance);
    }

    /**
     * Takes bulk data to the end of its stream.
     *
     * @param location what the metadata calls it
     * @param mediaType without parameters, in lower case
     * @param transferSyntaxUid parameter of the type, or empty
     */
    public void bulkData(String location, String mediaType, String transferSyntaxUid, InputStream content)
            throws IOException {
        BulkValue value;
        try {
            value = spool.take(content);
        } catch (Unavailable e) {
            lost.add(location);
            return;
        }
        parts.computeIfAbsent(location, absent -> new ArrayList<>())
                .add(new BulkPart(mediaType, transferSyntaxUid, value));
        for (DescribedInstance instance : List.copyOf(waiting.getOrDefault(location, Set.of()))) {
            complete(instance);
        }
    }

    /** Refuses what is not complete, after the last part came. */
    public void end() throws IOException {
        for (DescribedInstance instance : List.copyOf(incomplete)) {
            String missing = instance.missing(parts).orElseThrow();
            forget(instance);
            RefusalReason reason = lost.contains(missing) ? RefusalReason.NO_SPACE : RefusalReason.MISSING_BULK_DATA;
            batch.refuse(instance.identity(), reason, missing);
        }
        for (String location : parts.keySet()) {
            if (!used.contains(location)) {
                batch.refuse(ObjectIdentity.UNKNOWN, RefusalReason.UNDESCRIBED_BULK_DATA, location);
            }
        }
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }

    private void complete(DescribedInstance instance) throws IOException {
        if (instance.missing(parts).isPresent()) {
            return;
        }
        used.addAll(instance.locations());
        try {
            store(new ObjectComposition(instance.metadata(), instance.of(parts)).compose());
        } catch (CompositionException e) {
            batch.refuse(instance.identity(), reason(e.reason()), e.getMessage());
        }
        forget(instance);
    }

    private void store(ComposedObject object) throws IOException {
        Set<StoreWarning> warnings = EnumSet.noneOf(StoreWarning.class);
        for (Adjustment adjustment : object.adjustments()) {
            warnings.add(StoreWarning.of(adjustment));
        }
        try (InputStream file = object.open()) {
            batch.receive(file, warnings);
        }
    }

    /** Bulk data goes when the last instance that waited for it has gone. */
    private void forget(DescribedInstance instance) throws IOException {
        incomplete.remove(instance);
        for (String location : instance.locations()) {
            Set<DescribedInstance> others = waiting.get(location);
            others.remove(instance);
            if (others.isEmpty()) {
                waiting.remove(location);
                for (BulkPart part : parts.getOrDefault(location, List.of())) {
                    spool.release(part.value());
                }
                parts.remove(location);
            }
        }
    }

    private static RefusalReason reason(CompositionException.Reason reason) {
        return switch (reason) {
            case MALFORMED -> RefusalReason.MALFORMED_BULK_DATA;
            case CONTRADICTION -> RefusalReason.BULK_DATA_DIFFERS;
            case UNSUPPORTED -> RefusalReason.UNSUPPORTED_BULK_DATA;
            case TOO_LONG -> RefusalReason.OVER_LIMIT;
        };
    }
}
