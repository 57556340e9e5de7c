package org.aegle.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.aegle.audit.AuditAction;
import org.aegle.audit.AuditEntry;
import org.aegle.audit.AuditTrail;
import org.aegle.search.Page;
import org.aegle.search.SearchQuery;
import org.aegle.search.SearchRequest;
import org.aegle.search.SqlPredicate;

/** Reading a log, which goes on record itself. Part of its caller's transaction. */
@ApplicationScoped
public class LogReview {
    @PersistenceContext(unitName = "aegle")
    private EntityManager entities;

    @Inject
    private AccessPolicy policy;

    @Inject
    private AuditTrail trail;

    /**
     * The rows that fit. Refuses with {@link org.aegle.refusal.NotPermitted}.
     *
     * @param visible which rows the caller may see at all
     */
    public <T> Page<T> search(LogTable<T> log, Caller caller, SearchRequest request, SqlPredicate visible) {
        String basis = policy.require(caller, log.activity());
        Page<T> page = new SearchQuery(log.table(), request, visible).run(entities, log.columns(), log.row());
        trail.record(AuditEntry.of(AuditAction.SEARCH, caller.agent(), basis)
                .on(log.table().name(), "")
                .with(request.restrictions().toString()));
        return page;
    }
}
