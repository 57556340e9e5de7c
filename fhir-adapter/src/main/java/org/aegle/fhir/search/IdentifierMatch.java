package org.aegle.fhir.search;

import org.aegle.search.Restriction;

/** How a type understands {@code system|value}; each part is empty when it was left out. */
@FunctionalInterface
public interface IdentifierMatch {
    Restriction match(String system, boolean systemGiven, String value);
}
