package org.aegle.dimse;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aegle.access.Caller;
import org.aegle.dicom.data.Attributes;
import org.aegle.directory.Role;
import org.aegle.id.SopInstanceUid;
import org.aegle.imaging.FoundAttributes;
import org.aegle.imaging.ImagingLevel;
import org.aegle.imaging.InstanceAttributes;
import org.aegle.imaging.InstanceSummary;
import org.aegle.imaging.RetrievableInstance;
import org.aegle.imaging.Retrieval;
import org.aegle.imaging.Studies;
import org.aegle.search.Page;
import org.aegle.search.Restriction;
import org.aegle.search.SearchRequest;

/**
 * Asks the archive's boundaries in the role CLIENT: the container knows who calls by HTTP, but nothing of associations.
 * What the calling entity may is decided by the boundaries, from the caller.
 */
@Stateless
@RunAs(Role.Names.CLIENT)
@PermitAll
public class ClientQueries {
    @Inject
    private Studies studies;

    @Inject
    private InstanceAttributes instances;

    @Inject
    private Retrieval retrieval;

    /**
     * Matches of a level with all that is known of them.
     *
     * @param requested what must be among it
     */
    public Page<Attributes> search(Caller caller, ImagingLevel level, SearchRequest request, Set<Integer> requested) {
        return switch (level) {
            case PATIENT -> studies.searchPatients(caller, request).map(FoundAttributes::of);
            case STUDY -> studies.search(caller, request).map(FoundAttributes::of);
            case SERIES -> studies.searchSeries(caller, request).map(FoundAttributes::of);
            case INSTANCE -> instances(caller, request, requested);
        };
    }

    /**
     * The instances that fit and that the caller may have, see {@link Retrieval#matching}.
     *
     * @param purpose for the audit trail
     */
    public List<RetrievableInstance> retrieve(Caller caller, List<Restriction> restrictions, String purpose) {
        return retrieval.matching(caller, restrictions, purpose);
    }

    private Page<Attributes> instances(Caller caller, SearchRequest request, Set<Integer> requested) {
        Page<InstanceSummary> found = studies.searchInstances(caller, request);
        if (requested.stream().allMatch(ImagingLevel.INSTANCE::tells)) {
            return found.map(instance -> FoundAttributes.of(instance, new Attributes()));
        }
        List<SopInstanceUid> uids =
                found.rows().stream().map(InstanceSummary::uid).toList();
        Map<String, Attributes> own = instances.getAll(caller, uids);
        return found.map(instance ->
                FoundAttributes.of(instance, own.getOrDefault(instance.uid().value(), new Attributes())));
    }
}
