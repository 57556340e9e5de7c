package org.aegle.dicom.network;

import static org.aegle.dicom.network.UpperLayerAction.*;
import static org.aegle.dicom.network.UpperLayerEvent.*;
import static org.aegle.dicom.network.UpperLayerState.*;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The state machine: which action an event causes in a state. Immutable. PS3.8 table 9-10. */
public final class UpperLayerTransitions {
    private static final UpperLayerState[] ESTABLISHED = {STA6, STA7, STA8, STA9, STA10, STA11, STA12};
    private static final UpperLayerTransitions STANDARD = new UpperLayerTransitions();

    private final Map<UpperLayerEvent, Map<UpperLayerState, UpperLayerAction>> table =
            new EnumMap<>(UpperLayerEvent.class);

    private UpperLayerTransitions() {
        putEstablishment();
        putUnexpectedPdus();
        putData();
        putRelease();
        putEnds();
    }

    /** The table of the standard. */
    public static UpperLayerTransitions standard() {
        return STANDARD;
    }

    /** The action for an event in a state; empty where the event cannot or may not happen. */
    public Optional<UpperLayerAction> find(UpperLayerEvent event, UpperLayerState state) {
        return Optional.ofNullable(table.get(event).get(state));
    }

    private void put(UpperLayerEvent event, UpperLayerAction action, UpperLayerState... states) {
        Map<UpperLayerState, UpperLayerAction> row =
                table.computeIfAbsent(event, key -> new EnumMap<>(UpperLayerState.class));
        for (UpperLayerState state : states) {
            row.put(state, action);
        }
    }

    private void putEstablishment() {
        put(ASSOCIATE_REQUESTED, AE_1, STA1);
        put(TRANSPORT_CONNECTED, AE_2, STA4);
        put(TRANSPORT_INDICATED, AE_5, STA1);
        put(ASSOCIATE_ACCEPTED, AE_7, STA3);
        put(ASSOCIATE_REJECTED, AE_8, STA3);
    }

    /** Any PDU that is not expected: first what holds in general, then the cells that differ. */
    private void putUnexpectedPdus() {
        UpperLayerEvent[] pdus = {
            ASSOCIATE_ACCEPT_RECEIVED,
            ASSOCIATE_REJECT_RECEIVED,
            ASSOCIATE_REQUEST_RECEIVED,
            DATA_RECEIVED,
            RELEASE_REQUEST_RECEIVED,
            RELEASE_RESPONSE_RECEIVED,
            INVALID_PDU_RECEIVED
        };
        for (UpperLayerEvent pdu : pdus) {
            put(pdu, AA_1, STA2);
            put(pdu, AA_8, STA3, STA5);
            put(pdu, AA_8, ESTABLISHED);
            put(pdu, AA_6, STA13);
        }
        put(ASSOCIATE_ACCEPT_RECEIVED, AE_3, STA5);
        put(ASSOCIATE_REJECT_RECEIVED, AE_4, STA5);
        put(ASSOCIATE_REQUEST_RECEIVED, AE_6, STA2);
        put(ASSOCIATE_REQUEST_RECEIVED, AA_7, STA13);
        put(INVALID_PDU_RECEIVED, AA_7, STA13);
    }

    private void putData() {
        put(DATA_REQUESTED, DT_1, STA6);
        put(DATA_REQUESTED, AR_7, STA8);
        put(DATA_RECEIVED, DT_2, STA6);
        put(DATA_RECEIVED, AR_6, STA7);
    }

    private void putRelease() {
        put(RELEASE_REQUESTED, AR_1, STA6);
        put(RELEASE_REQUEST_RECEIVED, AR_2, STA6);
        put(RELEASE_REQUEST_RECEIVED, AR_8, STA7);
        put(RELEASE_RESPONSE_RECEIVED, AR_3, STA7, STA11);
        put(RELEASE_RESPONSE_RECEIVED, AR_10, STA10);
        put(RELEASE_RESPONDED, AR_4, STA8, STA12);
        put(RELEASE_RESPONDED, AR_9, STA9);
    }

    private void putEnds() {
        put(ABORT_REQUESTED, AA_1, STA3, STA5);
        put(ABORT_REQUESTED, AA_1, ESTABLISHED);
        put(ABORT_REQUESTED, AA_2, STA4);
        put(ABORT_RECEIVED, AA_2, STA2, STA13);
        put(ABORT_RECEIVED, AA_3, STA3, STA5);
        put(ABORT_RECEIVED, AA_3, ESTABLISHED);
        put(TRANSPORT_CLOSED, AA_5, STA2);
        put(TRANSPORT_CLOSED, AA_4, STA3, STA4, STA5);
        put(TRANSPORT_CLOSED, AA_4, ESTABLISHED);
        put(TRANSPORT_CLOSED, AR_5, STA13);
        put(ARTIM_EXPIRED, AA_2, STA2, STA13);
    }
}
