package org.aegle.imaging.transfer;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.aegle.id.OneLine;
import org.aegle.search.RowInsert;
import org.aegle.settings.Settings;

/** Writes the transfer log, many rows at a time. */
@Stateless
@PermitAll
public class TransferLog {
    private static final RowInsert ROWS = new RowInsert(
            "insert into transfer (began_at, milliseconds, door, peer_kind, peer, organization_id, address, tls, services,"
                    + " requests, studies, patients, received, received_bytes, sent, sent_bytes, queries, failed, failures,"
                    + " transfer_syntaxes, ending, detail)",
            "(?, ?, ?, ?, ?, nullif(?, 0), ?, ?, ?, ?, ?, (select count(distinct s.patient_id) from study s"
                    + " where s.study_instance_uid = any(string_to_array(cast(? as text), '/'))),"
                    + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            "returning id");

    @PersistenceContext(unitName = "aegle")
    private EntityManager entities;

    @Inject
    private Settings settings;

    /** Adds transfers that ended. */
    public void add(List<FinishedTransfer> transfers) {
        ROWS.run(entities, transfers.stream().map(TransferLog::row).toList());
    }

    /** Forgets what is older than the settings say. */
    public void removeOld() {
        entities.createNativeQuery(
                        "delete from transfer where began_at < clock_timestamp() - interval '1 day' * cast(? as integer)")
                .setParameter(1, settings.dicom().transferDays())
                .executeUpdate();
    }

    private static Object[] row(FinishedTransfer t) {
        return new Object[] {
            Timestamp.from(t.began()),
            Duration.between(t.began(), t.ended()).toMillis(),
            t.door().name(),
            t.peer().kind().name(),
            OneLine.of(t.peer().name(), " ", 200),
            t.peer().organization(),
            OneLine.of(t.peer().address(), " ", 100),
            t.peer().tls(),
            OneLine.of(t.services().stream().sorted().collect(Collectors.joining(" ")), " ", 100),
            t.requests(),
            t.studies().size(),
            OneLine.of(String.join("/", t.studies()), "", Integer.MAX_VALUE),
            t.received().instances(),
            t.received().bytes(),
            t.sent().instances(),
            t.sent().bytes(),
            t.queries(),
            t.failed(),
            OneLine.of(failures(t), " ", 500),
            OneLine.of(t.transferSyntaxes().stream().sorted().collect(Collectors.joining(", ")), " ", 1000),
            t.ending().name(),
            OneLine.of(t.detail(), " ", 300)
        };
    }

    private static String failures(FinishedTransfer t) {
        return t.failures().entrySet().stream()
                .map(one -> one.getValue() + " x " + one.getKey())
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
