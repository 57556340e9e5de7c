package org.aegle.fhir.search;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All that a resource type can be searched and sorted by. Parsing, CapabilityStatement and error messages come from it.
 *
 * @param sorts FHIR names of the parameters it can be sorted by, with the name of the order in the type's table
 */
public record TypeParameters(
        String type, List<FhirParameter> parameters, IdentifierMatch identifiers, java.util.Map<String, String> sorts) {

    Optional<FhirParameter> find(String name) {
        return parameters.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    String names() {
        return parameters.stream().map(FhirParameter::name).collect(Collectors.joining(", "));
    }
}
