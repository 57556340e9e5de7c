package org.aegle.fhir.server;

import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.IPagingProvider;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.aegle.fhir.imaging.ImagingStudyProvider;
import org.aegle.fhir.patient.PatientProvider;
import org.aegle.fhir.search.SearchShape;
import org.aegle.fhir.search.StoredSearch;
import org.aegle.search.Cursor;

/**
 * Next pages without a memory: the link holds the search itself and the place where the last page ended, and the search
 * is made again with the rights that the caller has by then. Any node can answer it.
 */
@Dependent
public class SearchPages implements IPagingProvider {
    @Inject
    private PatientProvider patients;

    @Inject
    private ImagingStudyProvider studies;

    @Override
    public int getDefaultPageSize() {
        return SearchShape.DEFAULT_COUNT;
    }

    @Override
    public int getMaximumPageSize() {
        return SearchShape.MAXIMUM_COUNT;
    }

    /** HAPI makes links that bring a page's id along only for those who say so; all that is stored is the link. */
    @Override
    public boolean canStoreSearchResults() {
        return true;
    }

    @Override
    public IBundleProvider retrieveResultList(RequestDetails request, String searchId) {
        return retrieveResultList(request, searchId, "");
    }

    @Override
    public IBundleProvider retrieveResultList(RequestDetails request, String searchId, String pageId) {
        StoredSearch search = decode(searchId);
        Cursor after = pageId.isEmpty() ? Cursor.START : Cursor.decode(pageId);
        return switch (search.type()) {
            case "Patient" -> patients.page(request, search, after);
            case "ImagingStudy" -> studies.page(request, search, after);
            default -> throw unknown();
        };
    }

    @Override
    public String storeResultList(RequestDetails request, IBundleProvider list) {
        return list.getUuid();
    }

    private static StoredSearch decode(String searchId) {
        try {
            return StoredSearch.decode(new String(Base64.getUrlDecoder().decode(searchId), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static InvalidRequestException unknown() {
        return new InvalidRequestException("_getpages must be taken from a link of the previous page");
    }
}
