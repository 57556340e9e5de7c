package org.aegle.storage.care;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.aegle.search.Rows;

/** Counts of what is stored. */
@Stateless
@PermitAll
public class StorageFigures {
    private static final int DAYS = 14;

    private static final String BY_DAY = "select to_char(stored_at at time zone ?, 'YYYY-MM-DD') as day, count(*),"
            + " sum(length) from blob where stored_at > clock_timestamp() - make_interval(days => ?)"
            + " group by day order by day desc";

    /** The first releases did not write down which key it was. */
    private static final String BY_KEY = "select case when length(wrapped_key) = 60 then ''"
            + " else encode(substring(wrapped_key from 1 for 4), 'hex') end as name, count(*)"
            + " from blob group by name order by name";

    @PersistenceContext(unitName = "aegle")
    private EntityManager entities;

    /** Number of objects, and their bytes. */
    public long[] total() {
        Object[] row = Rows.of(entities.createNativeQuery("select count(*), coalesce(sum(length), 0) from blob"))
                .get(0);
        return new long[] {Rows.number(row[0]), Rows.number(row[1])};
    }

    /** What was stored on the last days in a time zone, newest first. */
    public List<StorageOverview.Day> days(ZoneId zone) {
        return Rows.of(entities.createNativeQuery(BY_DAY)
                        .setParameter(1, zone.getId())
                        .setParameter(2, DAYS))
                .stream()
                .map(c -> new StorageOverview.Day(LocalDate.parse((String) c[0]), Rows.number(c[1]), Rows.number(c[2])))
                .toList();
    }

    /** Objects by the master key that sealed theirs, the current one first. */
    public List<StorageOverview.KeyUse> keys(String current) {
        List<StorageOverview.KeyUse> uses = Rows.of(entities.createNativeQuery(BY_KEY)).stream()
                .map(c -> new StorageOverview.KeyUse((String) c[0], current.equals(c[0]), Rows.number(c[1])))
                .sorted(java.util.Comparator.comparing(use -> !use.current()))
                .toList();
        boolean used = uses.stream().anyMatch(StorageOverview.KeyUse::current);
        return used
                ? uses
                : java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(new StorageOverview.KeyUse(current, true, 0)), uses.stream())
                        .toList();
    }
}
