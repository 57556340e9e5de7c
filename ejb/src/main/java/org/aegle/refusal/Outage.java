package org.aegle.refusal;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells a database that is away for a while from a fault of ours. */
public final class Outage {
    /** SQLSTATE: connection exceptions, insufficient resources, and a server that shuts down or starts up. */
    private static final Pattern STATES = Pattern.compile("08...|53...|57P0[123]");

    private static final String NO_CONNECTION = "jakarta.resource.ResourceException";

    private Outage() {}

    /** What a boundary threw, as a refusal, when its cause is a database that cannot be asked now. */
    public static Optional<Unavailable> of(Throwable thrown) {
        return isOutage(thrown) ? Optional.of(new Unavailable("the database")) : Optional.empty();
    }

    /** A commit that was not answered is told of as a heuristic outcome, which has its reason among the suppressed. */
    private static boolean isOutage(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            // The pool's way to say that it has no connection to give; its class belongs to the server.
            if (isAway(cause) || isNoConnection(cause.getClass())) {
                return true;
            }
            if (Stream.of(cause.getSuppressed()).anyMatch(Outage::isOutage)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAway(Throwable cause) {
        return cause instanceof SQLException sql
                && sql.getSQLState() != null
                && STATES.matcher(sql.getSQLState()).matches();
    }

    private static boolean isNoConnection(Class<?> type) {
        return type != null && (NO_CONNECTION.equals(type.getName()) || isNoConnection(type.getSuperclass()));
    }
}
