package org.aegle.it.durability;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What senders offered and what they were told is stored. Safe for all of them at once. */
final class Ledger {
    private final Map<String, SentObject> underWay = new ConcurrentHashMap<>();
    private final Map<String, Entry> acknowledged = new ConcurrentHashMap<>();

    /**
     * An object that the archive answers for.
     *
     * @param datasetHash hexadecimal SHA-256
     */
    record Entry(String study, String uid, String datasetHash) {}

    void offer(SentObject object) {
        underWay.put(object.uid(), object);
    }

    /** Only after the answer was read. */
    void acknowledge(SentObject object) {
        acknowledged.put(object.uid(), new Entry(object.study(), object.uid(), SentObject.datasetHash(object.file())));
        underWay.remove(object.uid());
    }

    Collection<Entry> acknowledged() {
        return acknowledged.values();
    }

    int count() {
        return acknowledged.size();
    }

    /** Objects that were offered and not answered, or not taken. */
    List<SentObject> underWay() {
        return List.copyOf(underWay.values());
    }
}
