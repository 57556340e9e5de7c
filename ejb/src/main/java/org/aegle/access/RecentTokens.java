package org.aegle.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Good bearer tokens of the last second. Every request names one, a viewer's hundred frames the same; asking the database
 * each time costs as much as finding a study does. What is unknown is asked for again each time.
 */
@ApplicationScoped
class RecentTokens {
    private static final Duration REMEMBERED = Duration.ofSeconds(1);
    private static final int MOST = 10_000;

    private final Cache<ByteBuffer, Caller> callers =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(MOST).build();

    /** Whose token it is, by the token's hash; as the database says when it was not asked within a second. */
    Optional<Caller> get(byte[] hash, Function<byte[], Optional<Caller>> stored) {
        return Optional.ofNullable(
                callers.get(ByteBuffer.wrap(hash), key -> stored.apply(hash).orElse(null)));
    }
}
