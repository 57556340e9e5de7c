package org.aegle.web.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.aegle.access.AuditReview;
import org.aegle.search.Restriction;
import org.junit.jupiter.api.Test;

class AuditFilterTest {
    private final AuditFilter filter = new AuditFilter();

    @Test
    void anyOfAMenuShouldRestrictNothingHoweverTheBrowserSendsIt() {
        filter.setAction(null);
        filter.setOutcome("");
        filter.setAgent(null);
        assertEquals(List.of(), filter.restrictions());
    }

    @Test
    void everyParameterShouldBeOneThatEventsAreSearchedBy() {
        filter.setFrom(LocalDate.of(2026, 11, 1));
        filter.setAction("READ");
        filter.setOutcome("REFUSED");
        filter.setAgent("clerk");
        filter.setPatient("Maria Castellanos");
        filter.setEntity("1.2.3");
        List<Restriction> wanted = filter.restrictions();
        assertEquals(7, wanted.size());
        wanted.forEach(r -> assertTrue(
                AuditReview.TABLE.parameters().containsKey(((Restriction.Criterion) r).parameter()), r.toString()));
    }
}
