package org.aegle.fhir.search;

/**
 * A search parameter that a type offers: how FHIR calls it and what it asks of the search engine.
 *
 * @param name as FHIR R4 spells it
 * @param column name of the parameter in the type's table
 * @param documentation for the CapabilityStatement
 */
public record FhirParameter(String name, Kind kind, String column, String documentation) {
    /** FHIR R4 search-param-type, as far as it is offered. */
    public enum Kind {
        TOKEN,
        STRING,
        DATE,
        REFERENCE,
        /** A token of which the system is part, matched in the type's own way. */
        IDENTIFIER
    }
}
