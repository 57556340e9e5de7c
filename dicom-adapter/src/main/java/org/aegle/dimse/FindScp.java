package org.aegle.dimse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.aegle.access.Caller;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.network.PresentationContext;
import org.aegle.dicom.network.dimse.DimseStatus;
import org.aegle.dicom.network.service.DimseRefusal;
import org.aegle.dicom.network.service.FindOperation;
import org.aegle.dicom.network.service.FindProvider;
import org.aegle.directory.EntityService;
import org.aegle.search.Cursor;
import org.aegle.search.Page;
import org.aegle.search.SearchRequest;
import org.aegle.search.Sort;

/** Query as SCP, Patient Root and Study Root, at all levels. PS3.4 C.4.1. */
@ApplicationScoped
public class FindScp implements FindProvider {
    static final List<String> SOP_CLASSES =
            List.of(UID.PatientRootQueryRetrieveInformationModelFind, UID.StudyRootQueryRetrieveInformationModelFind);

    private static final int PAGE = 500;

    @Inject
    private AssociationCallers callers;

    @Inject
    private ClientQueries queries;

    @Inject
    private AssociationTallies tallies;

    @Override
    public Stream<Attributes> find(FindOperation operation) {
        AssociationTally tally = tallies.of(operation.context());
        tally.asked(EntityService.FIND);
        try {
            FindIdentifier identifier = identifier(operation);
            Caller caller = callers.of(operation.context());
            String retrieveAeTitle = operation.context().association().localAeTitle();
            FindMatches matches = new FindMatches(cursor -> page(caller, identifier, cursor));
            return StreamSupport.stream(Spliterators.spliteratorUnknownSize(matches, Spliterator.ORDERED), false)
                    .map(known -> response(identifier, known, retrieveAeTitle));
        } catch (RuntimeException e) {
            throw tally.failed(DimseStatuses.refusal(e));
        }
    }

    @Override
    public boolean supportsOptionalKeys(FindOperation operation) {
        try {
            return identifier(operation).complete();
        } catch (RuntimeException e) {
            throw DimseStatuses.refusal(e);
        }
    }

    private static FindIdentifier identifier(FindOperation operation) {
        PresentationContext context = operation.context().presentationContext();
        if (!SOP_CLASSES.contains(context.abstractSyntax())) {
            throw new DimseRefusal(DimseStatus.SOP_CLASS_NOT_SUPPORTED, "The presentation context is none of C-FIND");
        }
        return FindIdentifier.parse(context, operation.identifier());
    }

    private Page<Attributes> page(Caller caller, FindIdentifier identifier, Cursor cursor) {
        SearchRequest request = new SearchRequest(
                identifier.restrictions(), List.of(order(identifier.level())), PAGE, 0, cursor, false);
        try {
            return queries.search(caller, identifier.level().imaging(), request, identifier.requested());
        } catch (RuntimeException e) {
            throw DimseStatuses.refusal(e);
        }
    }

    private static Sort order(QueryRetrieveLevel level) {
        return switch (level) {
            case PATIENT -> new Sort("PatientName", false);
            case STUDY -> new Sort("StudyDate", true);
            case SERIES -> new Sort("SeriesNumber", false);
            case IMAGE -> new Sort("InstanceNumber", false);
        };
    }

    /** The keys that were asked for, empty where nothing is known, and what each response must have. PS3.4 C.4.1.1.3. */
    private static Attributes response(FindIdentifier identifier, Attributes known, String retrieveAeTitle) {
        Set<Integer> requested = identifier.requested();
        int unique = identifier.level().uniqueKey();
        Attributes response = known.filtered(tag -> requested.contains(tag) || tag == unique);
        for (int tag : requested) {
            if (!response.contains(tag)) {
                response.setNull(tag, identifier.keys().getVR(tag));
            }
        }
        response.setString(Tag.QueryRetrieveLevel, VR.CS, identifier.level().name());
        response.setString(Tag.RetrieveAETitle, VR.AE, retrieveAeTitle);
        if (identifier.keys().contains(Tag.InstanceAvailability)) {
            response.setString(Tag.InstanceAvailability, VR.CS, "ONLINE");
        }
        return response;
    }
}
