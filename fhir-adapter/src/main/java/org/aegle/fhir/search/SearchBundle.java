package org.aegle.fhir.search;

import ca.uhn.fhir.model.api.ResourceMetadataKeyEnum;
import ca.uhn.fhir.model.valueset.BundleEntrySearchModeEnum;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.aegle.search.Cursor;
import org.aegle.search.Page;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IPrimitiveType;
import org.hl7.fhir.r4.model.InstantType;

/** A page of results as HAPI wants it: resources, total, and how to ask for the next page. */
public final class SearchBundle implements IBundleProvider {
    /** Without an id of the page at hand HAPI counts rows in its links, which no page here is found by. */
    private static final String FIRST = "first";

    private final StoredSearch search;
    private final Cursor at;
    private final Page<? extends IBaseResource> page;
    private final Date published = new Date();

    public SearchBundle(StoredSearch search, Cursor at, Page<? extends IBaseResource> page) {
        this.search = search;
        this.at = at;
        this.page = page;
    }

    @Override
    public IPrimitiveType<Date> getPublished() {
        return new InstantType(published);
    }

    @Override
    public List<IBaseResource> getResources(int from, int to) {
        page.rows()
                .forEach(
                        found -> ResourceMetadataKeyEnum.ENTRY_SEARCH_MODE.put(found, BundleEntrySearchModeEnum.MATCH));
        return List.copyOf(page.rows());
    }

    @Override
    public String getUuid() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(search.encode().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Integer preferredPageSize() {
        return Math.max(1, page.rows().size());
    }

    @Override
    public Integer size() {
        return page.total().isPresent() ? Math.toIntExact(page.total().getAsLong()) : null;
    }

    @Override
    public String getCurrentPageId() {
        return at.equals(Cursor.START) ? FIRST : at.encode();
    }

    @Override
    public String getNextPageId() {
        return page.findNext().map(Cursor::encode).orElse(null);
    }
}
