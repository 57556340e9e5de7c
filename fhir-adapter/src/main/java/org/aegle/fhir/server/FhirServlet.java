package org.aegle.fhir.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.IncomingRequestAddressStrategy;
import ca.uhn.fhir.rest.server.RestfulServer;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import org.aegle.access.AccessPolicy;
import org.aegle.fhir.imaging.ImagingStudyProvider;
import org.aegle.fhir.patient.PatientProvider;

/** FHIR R4 at {@code /fhir/r4}. */
@WebServlet(urlPatterns = "/r4/*", loadOnStartup = 1)
public class FhirServlet extends RestfulServer {
    @Inject
    private PatientProvider patients;

    @Inject
    private ImagingStudyProvider studies;

    @Inject
    private SearchPages pages;

    @Inject
    private AccessPolicy policy;

    public FhirServlet() {
        super(FhirContext.forR4());
    }

    @Override
    protected void initialize() {
        getFhirContext().setParserErrorHandler(new StrictErrorHandler());
        setServerName("Aegle");
        setServerVersion("0.1.0");
        setImplementationDescription("Aegle: the shared store for a patient's medical file");
        setServerAddressStrategy(new IncomingRequestAddressStrategy());
        setDefaultResponseEncoding(EncodingEnum.JSON);
        setDefaultPrettyPrint(false);
        setResourceProviders(patients, studies);
        setPagingProvider(pages);
        registerInterceptor(new RequireCaller());
        registerInterceptor(new OperationOutcomes(policy));
        registerInterceptor(new Capabilities());
    }
}
