package org.aegle.fhir.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import java.util.List;
import org.aegle.fhir.imaging.ImagingStudyProvider;
import org.aegle.fhir.patient.PatientProvider;
import org.aegle.fhir.search.FhirParameter;
import org.aegle.fhir.search.TypeParameters;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.ResourceVersionPolicy;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;

/** Completes HAPI's CapabilityStatement with what only the tables know, so that it says what is so. */
@Interceptor
public class Capabilities {
    private static final List<TypeParameters> TYPES =
            List.of(PatientProvider.PARAMETERS, ImagingStudyProvider.PARAMETERS);

    @Hook(Pointcut.SERVER_CAPABILITY_STATEMENT_GENERATED)
    public void complete(IBaseConformance conformance) {
        CapabilityStatement statement = (CapabilityStatement) conformance;
        var rest = statement.getRestFirstRep();
        rest.getSecurity()
                .setCors(false)
                .addService(new CodeableConcept(new Coding(
                        "http://terminology.hl7.org/CodeSystem/restful-security-service",
                        "SMART-on-FHIR",
                        "SMART-on-FHIR")))
                .setDescription("OAuth 2 client credentials at /oauth/token, scopes of SMART App Launch 2");
        for (CapabilityStatementRestResourceComponent resource : rest.getResource()) {
            TYPES.stream().filter(t -> t.type().equals(resource.getType())).forEach(t -> complete(resource, t));
        }
        rest.getResource().removeIf(r -> "OperationDefinition".equals(r.getType()));
        rest.getOperation().clear();
    }

    private static void complete(CapabilityStatementRestResourceComponent resource, TypeParameters type) {
        resource.getSearchParam().clear();
        for (FhirParameter parameter : type.parameters()) {
            resource.addSearchParam()
                    .setName(parameter.name())
                    .setType(type(parameter.kind()))
                    .setDocumentation(parameter.documentation());
        }
        boolean versioned = resource.getInteraction().stream()
                .anyMatch(i -> i.getCode() == CapabilityStatement.TypeRestfulInteraction.VREAD);
        resource.setVersioning(versioned ? ResourceVersionPolicy.VERSIONED : ResourceVersionPolicy.NOVERSION);
        resource.setReadHistory(versioned);
        resource.setUpdateCreate(false);
    }

    private static SearchParamType type(FhirParameter.Kind kind) {
        return switch (kind) {
            case TOKEN, IDENTIFIER -> SearchParamType.TOKEN;
            case STRING -> SearchParamType.STRING;
            case DATE -> SearchParamType.DATE;
            case REFERENCE -> SearchParamType.REFERENCE;
        };
    }
}
