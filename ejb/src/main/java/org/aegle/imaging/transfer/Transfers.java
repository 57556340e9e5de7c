package org.aegle.imaging.transfer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import org.aegle.access.AccessPolicy;
import org.aegle.access.Activity;
import org.aegle.access.Caller;
import org.aegle.audit.AuditAction;
import org.aegle.audit.AuditEntry;
import org.aegle.audit.AuditTrail;
import org.aegle.directory.Role;
import org.aegle.search.Page;
import org.aegle.search.Rows;
import org.aegle.search.SearchParameter;
import org.aegle.search.SearchQuery;
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
                    SearchParameter.string("aeTitle", "fold(t.ae_title)"),
                    SearchParameter.token(
                            "failure",
                            "case when t.failed > 0 or t.ending <> 'RELEASED' then 'true' else 'false' end")),
            Map.of("id", new SortKey("t.id", "bigint"), "began", new SortKey("t.began_at", "timestamptz")));

    private static final String COLUMNS = "t.id, t.began_at, t.milliseconds, coalesce(t.organization_id, 0), g.name,"
            + " t.ae_title, t.address, t.tls, t.services, t.received, t.received_bytes, t.sent, t.sent_bytes, t.queries,"
            + " t.failed, t.failures, t.transfer_syntaxes, t.ending, t.detail";

    @PersistenceContext(unitName = "aegle")
    private EntityManager entities;

    @Inject
    private AccessPolicy policy;

    @Inject
    private AuditTrail trail;

    /** Rows of {@link #TABLE}: for administrators all, for others those of their organisation. */
    public Page<Transfer> search(Caller caller, SearchRequest request) {
        String basis = policy.require(caller, Activity.READ_TRANSFERS);
        Page<Transfer> page =
                new SearchQuery(TABLE, request, visible(caller)).run(entities, COLUMNS, Transfers::transfer);
        trail.record(AuditEntry.of(AuditAction.SEARCH, caller.agent(), basis)
                .on("Transfer", "")
                .with(request.restrictions().toString()));
        return page;
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
                Rows.number(c[3]),
                Rows.text(c[4]),
                Rows.text(c[5]),
                Rows.text(c[6]),
                (Boolean) c[7],
                Rows.text(c[8]),
                (int) Rows.number(c[9]),
                Rows.number(c[10]),
                (int) Rows.number(c[11]),
                Rows.number(c[12]),
                (int) Rows.number(c[13]),
                (int) Rows.number(c[14]),
                Rows.text(c[15]),
                Rows.text(c[16]),
                Transfer.Ending.valueOf(Rows.text(c[17])),
                Rows.text(c[18]));
    }
}
