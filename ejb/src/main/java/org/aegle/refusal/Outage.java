package org.aegle.refusal;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells a database that is away for a while from a fault of ours. */
public final class Outage {
    /** SQLSTATE: connection exceptions, insufficient resources, and a server that shuts down or starts up. */
    private static final Pattern STATES = Pattern.compile("08...|53...|57P0[123]");

    private static final String NO_CONNECTION = "jakarta.resource.ResourceException";

    private Outage() {}

    /** What a boundary threw, as a refusal, when its cause is a database that cannot be asked now. */
    public static Optional<Unavailable> of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && STATES.matcher(sql.getSQLState()).matches()) {
                return Optional.of(new Unavailable("the database"));
            }
            // The pool's way to say that it has no connection to give; its class belongs to the server.
            if (isNoConnection(cause.getClass())) {
                return Optional.of(new Unavailable("the database"));
            }
        }
        return Optional.empty();
    }

    private static boolean isNoConnection(Class<?> type) {
        return type != null && (NO_CONNECTION.equals(type.getName()) || isNoConnection(type.getSuperclass()));
    }
}
