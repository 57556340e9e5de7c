package org.aegle.imaging.transfer;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts what goes through a door while it does. Safe for all threads. */
public final class TransferTally {
    private final Instant began;
    private final Door door;
    private final TransferPeer peer;
    private final Set<String> services = new LinkedHashSet<>();
    private final Set<String> studies = new LinkedHashSet<>();
    private final Set<String> transferSyntaxes = new TreeSet<>();
    private final Map<String, Integer> failures = new TreeMap<>();
    private Volume received = Volume.NONE;
    private Volume sent = Volume.NONE;
    private int requests;
    private int queries;

    /** Nothing yet. */
    public TransferTally(Instant began, Door door, TransferPeer peer) {
        this.began = began;
        this.door = door;
        this.peer = peer;
    }

    /** A service of an association was asked for. */
    public synchronized void asked(String service, boolean query) {
        services.add(service);
        queries += query ? 1 : 0;
    }

    /** A request by HTTP was made. */
    public synchronized void request() {
        requests++;
    }

    /** Objects came and are stored. */
    public synchronized void received(int instances, long bytes) {
        received = received.plus(new Volume(instances, bytes));
    }

    /** Objects went out. */
    public synchronized void sent(int instances, long bytes) {
        sent = sent.plus(new Volume(instances, bytes));
    }

    /** Something of a study came or went. */
    public synchronized void ofStudy(String studyInstanceUid) {
        if (!studyInstanceUid.isEmpty()) {
            studies.add(studyInstanceUid);
        }
    }

    /** In a transfer syntax. */
    public synchronized void in(String transferSyntax) {
        transferSyntaxes.add(transferSyntax);
    }

    /** Operations or objects failed for a reason. */
    public synchronized void failed(String reason, int count) {
        if (count > 0) {
            failures.merge(reason, count, Integer::sum);
        }
    }

    /** What another one counted comes on top. */
    synchronized void add(FinishedTransfer more) {
        services.addAll(more.services());
        studies.addAll(more.studies());
        transferSyntaxes.addAll(more.transferSyntaxes());
        more.failures().forEach(this::failed);
        received = received.plus(more.received());
        sent = sent.plus(more.sent());
        requests += more.requests();
        queries += more.queries();
    }

    /** All of it, now that it is over. */
    public FinishedTransfer end(Transfer.Ending ending, String detail) {
        return end(Instant.now(), ending, detail);
    }

    synchronized FinishedTransfer end(Instant ended, Transfer.Ending ending, String detail) {
        return new FinishedTransfer(
                began,
                ended,
                door,
                peer,
                Set.copyOf(services),
                requests,
                Set.copyOf(studies),
                received,
                sent,
                queries,
                Map.copyOf(failures),
                Set.copyOf(transferSyntaxes),
                ending,
                detail);
    }
}
