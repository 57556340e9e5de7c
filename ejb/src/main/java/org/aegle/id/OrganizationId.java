package org.aegle.id;

import java.io.Serializable;

/** Aegle's own key of organisation records; says nothing to anybody outside. */
public record OrganizationId(long value) implements Serializable {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
