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
import org.aegle.imaging.ImagingLevel;
import org.aegle.imaging.ImagingMatch;
import org.aegle.imaging.InstanceAttributes;
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
        Page<ImagingMatch> found = studies.find(caller, level, request);
        boolean told = level != ImagingLevel.INSTANCE || requested.stream().allMatch(ImagingLevel.INSTANCE::tells);
        if (told) {
            return found.map(ImagingMatch::attributes);
        }
        List<SopInstanceUid> uids =
                found.rows().stream().map(m -> new SopInstanceUid(m.instance())).toList();
        Map<String, Attributes> own = instances.getAll(caller, uids);
        return found.map(match -> match.attributes(own.getOrDefault(match.instance(), new Attributes())));
    }

    /**
     * The instances that fit and that the caller may have, see {@link Retrieval#matching}.
     *
     * @param purpose for the audit trail
     */
    public List<RetrievableInstance> retrieve(Caller caller, List<Restriction> restrictions, String purpose) {
        return retrieval.matching(caller, restrictions, purpose);
    }
}
