package org.aegle.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.aegle.directory.Role;
import org.aegle.search.Page;
import org.aegle.search.Rows;
import org.aegle.search.SearchParameter;
import org.aegle.search.SearchRequest;
import org.aegle.search.SearchTable;
import org.aegle.search.SortKey;
import org.aegle.search.SqlPredicate;

/** Reading the audit trail. That somebody read it is in it too. */
@Stateless
@RolesAllowed(Role.Names.PRIVACY_OFFICER)
public class AuditReview {
    public static final SearchTable TABLE = SearchTable.of(
            "AuditEvent",
            "audit_event a left join organization g on g.id = a.organization_id"
                    + " left join patient p on p.id = a.patient_id",
            "a.id",
            "a.organization_id",
            List.of(
                    SearchParameter.date("date", "cast(a.at as date)", "cast(a.at as date)"),
                    SearchParameter.token("action", "a.action"),
                    SearchParameter.token("outcome", "a.outcome"),
                    SearchParameter.string("agent", "fold(a.agent)"),
                    SearchParameter.string("entity", "fold(a.entity)"),
                    SearchParameter.string("patient", "p.name_folded"),
                    SearchParameter.string("address", "fold(a.address)")),
            Map.of("at", new SortKey("a.at", "timestamptz"), "id", new SortKey("a.id", "bigint")));

    private static final LogTable<AuditView> LOG = new LogTable<>(
            TABLE,
            Activity.READ_AUDIT,
            "a.id, a.at, a.action, a.outcome, a.agent, a.agent_kind, g.name, a.address, a.basis, a.entity_type, a.entity,"
                    + " p.family, p.given, a.detail",
            AuditReview::view);

    @Inject
    private LogReview review;

    /** Rows of {@link #TABLE}; events of nobody's organisation, such as failed log-ins, are among them. */
    public Page<AuditView> search(Caller caller, SearchRequest request) {
        SqlPredicate visible = new SqlPredicate(
                "a.organization_id = ? or a.organization_id is null",
                List.of(caller.organization().value()));
        return review.search(LOG, caller, request, visible);
    }

    private static AuditView view(Object[] c) {
        return new AuditView(
                Rows.number(c[0]),
                Rows.instant(c[1]),
                Rows.text(c[2]),
                Rows.text(c[3]),
                Rows.text(c[4]),
                Rows.text(c[5]),
                Rows.text(c[6]),
                Rows.text(c[7]),
                Rows.text(c[8]),
                Rows.text(c[9]),
                Rows.text(c[10]),
                (Rows.text(c[11]) + (c[12] == null || Rows.text(c[12]).isEmpty() ? "" : ", " + Rows.text(c[12]))),
                Rows.text(c[13]));
    }
}
