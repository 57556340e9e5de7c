package org.aegle.access;

import java.util.List;
import org.aegle.id.OrganizationId;
import org.aegle.search.SearchTable;
import org.aegle.search.SqlPredicate;

/**
 * Which rows may be seen: those of the caller's organisation. It is put into the SQL of every list, count and look-up,
 * so that nothing else is ever read.
 */
public record AccessFilter(OrganizationId organization) {
    public boolean admits(OrganizationId owner) {
        return organization.equals(owner);
    }

    public SqlPredicate on(SearchTable table) {
        return new SqlPredicate(table.organization() + " = ?", List.of(organization.value()));
    }
}
