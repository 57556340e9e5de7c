package org.aegle.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;

/** Looks of the last minute whose entries are durable. A viewer that shows an image again would else fill the trail. */
@ApplicationScoped
class RecentLooks {
    private static final Duration ONE_LOOK = Duration.ofMinutes(1);
    private static final int MOST = 50_000;

    private final Cache<AuditEntry, Boolean> recorded =
            Caffeine.newBuilder().expireAfterWrite(ONE_LOOK).maximumSize(MOST).build();

    @Resource
    private TransactionSynchronizationRegistry transaction;

    boolean contains(AuditEntry entry) {
        return recorded.getIfPresent(entry) != null;
    }

    /** Remembers the entry as soon as the current transaction is durable, and not when it fails. */
    void remember(AuditEntry entry) {
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Only the end matters.
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    recorded.put(entry, true);
                }
            }
        });
    }
}
