package org.aegle.imaging.transfer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.aegle.access.Activity;
import org.aegle.access.Caller;
import org.aegle.access.LogReview;
import org.aegle.access.LogTable;
import org.aegle.directory.Role;
import org.aegle.search.Page;
import org.aegle.search.Rows;
import org.aegle.search.SearchParameter;
import org.aegle.search.SearchRequest;
import org.aegle.search.SearchTable;
import org.aegle.search.SortKey;
import org.aegle.search.SqlPredicate;

/** Reading the transfer log. */
@Stateless
@RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.TECHNOLOGIST, Role.Names.CLERK})
public class Transfers {
    public static final SearchTable TABLE = SearchTable.of(
            "Transfer",
            "transfer t left join organization g on g.id = t.organization_id",
            "t.id",
            "t.organization_id",
            List.of(
                    SearchParameter.date("date", "cast(t.began_at as date)", "cast(t.began_at as date)"),
                    SearchParameter.string("peer", "fold(t.peer)"),
                    SearchParameter.token("door", "t.door"),
                    SearchParameter.token(
                            "failure",
                            "case when t.failed > 0 or t.ending in ('ABORTED', 'REJECTED') then 'true' else 'false' end")),
            Map.of("id", new SortKey("t.id", "bigint"), "began", new SortKey("t.began_at", "timestamptz")));

    private static final LogTable<Transfer> LOG = new LogTable<>(
            TABLE,
            Activity.READ_TRANSFERS,
            "t.id, t.began_at, t.milliseconds, t.door, t.peer_kind, t.peer, coalesce(t.organization_id, 0), g.name,"
                    + " t.address, t.tls, t.services, t.requests, t.studies, t.patients, t.received, t.received_bytes,"
                    + " t.sent, t.sent_bytes, t.queries, t.failed, t.failures, t.transfer_syntaxes, t.ending, t.detail",
            Transfers::transfer);

    @Inject
    private LogReview review;

    /** Rows of {@link #TABLE}: for administrators all, for others those of their organisation. */
    public Page<Transfer> search(Caller caller, SearchRequest request) {
        return review.search(LOG, caller, request, visible(caller));
    }

    private static SqlPredicate visible(Caller caller) {
        return caller.roles().contains(Role.ADMINISTRATOR)
                ? new SqlPredicate("1 = 1", List.of())
                : new SqlPredicate(
                        "t.organization_id = ?", List.of(caller.organization().value()));
    }

    private static Transfer transfer(Object[] c) {
        return new Transfer(
                Rows.number(c[0]),
                Rows.instant(c[1]),
                Rows.number(c[2]),
                Door.valueOf(Rows.text(c[3])),
                peer(c),
                Rows.text(c[10]),
                (int) Rows.number(c[11]),
                (int) Rows.number(c[12]),
                (int) Rows.number(c[13]),
                new Volume((int) Rows.number(c[14]), Rows.number(c[15])),
                new Volume((int) Rows.number(c[16]), Rows.number(c[17])),
                (int) Rows.number(c[18]),
                (int) Rows.number(c[19]),
                Rows.text(c[20]),
                Rows.text(c[21]),
                Transfer.Ending.valueOf(Rows.text(c[22])),
                Rows.text(c[23]));
    }

    private static TransferPeer peer(Object[] c) {
        return new TransferPeer(
                Caller.Kind.valueOf(Rows.text(c[4])),
                Rows.text(c[5]),
                Rows.number(c[6]),
                Rows.text(c[7]),
                Rows.text(c[8]),
                (Boolean) c[9]);
    }
}
