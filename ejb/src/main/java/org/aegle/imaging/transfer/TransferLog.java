package org.aegle.imaging.transfer;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.util.List;
import org.aegle.id.OneLine;
import org.aegle.search.RowInsert;
import org.aegle.settings.Settings;

/** Writes the transfer log, many rows at a time. */
@Stateless
@PermitAll
public class TransferLog {
    private static final RowInsert ROWS = new RowInsert(
            "insert into transfer (began_at, milliseconds, organization_id, ae_title, address, tls, services, received,"
                    + " received_bytes, sent, sent_bytes, queries, failed, failures, transfer_syntaxes, ending, detail)",
            "(?, ?, nullif(?, 0), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            "returning id");

    @PersistenceContext(unitName = "aegle")
    private EntityManager entities;

    @Inject
    private Settings settings;

    /** Adds associations that ended. */
    public void add(List<Transfer> transfers) {
        ROWS.run(entities, transfers.stream().map(TransferLog::row).toList());
    }

    /** Forgets what is older than the settings say. */
    public void removeOld() {
        entities.createNativeQuery(
                        "delete from transfer where began_at < clock_timestamp() - interval '1 day' * cast(? as integer)")
                .setParameter(1, settings.dicom().transferDays())
                .executeUpdate();
    }

    private static Object[] row(Transfer t) {
        return new Object[] {
            Timestamp.from(t.began()),
            t.milliseconds(),
            t.organization(),
            OneLine.of(t.aeTitle(), " ", 16),
            OneLine.of(t.address(), " ", 100),
            t.tls(),
            OneLine.of(t.services(), " ", 100),
            t.received(),
            t.receivedBytes(),
            t.sent(),
            t.sentBytes(),
            t.queries(),
            t.failed(),
            OneLine.of(t.failures(), " ", 500),
            OneLine.of(t.transferSyntaxes(), " ", 1000),
            t.ending().name(),
            OneLine.of(t.detail(), " ", 300)
        };
    }
}
