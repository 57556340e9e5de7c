package org.aegle.imaging;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.function.Function;
import org.aegle.access.AccessPolicy;
import org.aegle.access.Activity;
import org.aegle.access.Caller;
import org.aegle.audit.AuditAction;
import org.aegle.audit.AuditEntry;
import org.aegle.audit.AuditOutcome;
import org.aegle.audit.AuditTrail;
import org.aegle.directory.Role;
import org.aegle.id.PatientId;
import org.aegle.id.SeriesInstanceUid;
import org.aegle.id.StudyInstanceUid;
import org.aegle.refusal.NotFound;
import org.aegle.search.Match;
import org.aegle.search.Page;
import org.aegle.search.Restriction;
import org.aegle.search.SearchQuery;
import org.aegle.search.SearchRequest;
import org.aegle.search.SearchTable;
import org.aegle.search.Sort;

/** Finding studies, series and instances, and reading what is known of them. */
@Stateless
@RolesAllowed({
    Role.Names.PHYSICIAN,
    Role.Names.RADIOLOGIST,
    Role.Names.TECHNOLOGIST,
    Role.Names.CLERK,
    Role.Names.CLIENT
})
public class Studies {
    private static final int ALL = 100_000;

    @PersistenceContext(unitName = "aegle")
    private EntityManager entities;

    @Inject
    private AccessPolicy policy;

    @Inject
    private AuditTrail trail;

    /** What fits at a level, as DICOM's own queries are answered. */
    public Page<ImagingMatch> find(Caller caller, ImagingLevel level, SearchRequest request) {
        MatchRows rows = MatchRows.of(level);
        return search(caller, level.table(), request, rows.columns(), rows.match());
    }

    /** Rows of {@link ImagingSearch#STUDIES}. */
    public Page<StudySummary> search(Caller caller, SearchRequest request) {
        return search(caller, ImagingSearch.STUDIES, request, ImagingRows.STUDY, ImagingRows::study);
    }

    /** Rows of {@link ImagingSearch#SERIES}. */
    public Page<SeriesSummary> searchSeries(Caller caller, SearchRequest request) {
        return search(caller, ImagingSearch.SERIES, request, ImagingRows.SERIES, ImagingRows::series);
    }

    /** Rows of {@link ImagingSearch#INSTANCES}. */
    public Page<InstanceSummary> searchInstances(Caller caller, SearchRequest request) {
        return search(caller, ImagingSearch.INSTANCES, request, ImagingRows.INSTANCE, ImagingRows::instance);
    }

    /** Refuses with {@link NotFound}. */
    public StudySummary get(Caller caller, StudyInstanceUid uid) {
        String basis = policy.require(caller, Activity.READ_STUDY);
        SearchRequest request = SearchRequest.all(1).and(Restriction.where("StudyInstanceUID", Match.is(uid.value())));
        List<StudySummary> found = run(caller, ImagingSearch.STUDIES, request, ImagingRows.STUDY, ImagingRows::study)
                .rows();
        AuditEntry entry =
                AuditEntry.of(AuditAction.READ, caller.agent(), basis).on("Study", uid.value());
        if (found.isEmpty()) {
            trail.recordAlone(entry.ending(AuditOutcome.REFUSED));
            throw new NotFound("Study", uid.value());
        }
        trail.record(entry.ofPatient(found.get(0).patient().value()));
        return found.get(0);
    }

    /** All studies of a patient, newest first. */
    public List<StudySummary> ofPatient(Caller caller, PatientId patient) {
        return search(
                        caller,
                        SearchRequest.all(ALL)
                                .and(Restriction.where("Patient", Match.is(patient.toString())))
                                .sortedBy(new Sort("StudyDate", true), new Sort("StudyTime", true)))
                .rows();
    }

    /** Those that arrived last. */
    public List<StudySummary> recent(Caller caller, int limit) {
        return search(caller, SearchRequest.all(limit).sortedBy(new Sort("Received", true)))
                .rows();
    }

    /** All series of a study by Series Number. */
    public List<SeriesSummary> series(Caller caller, StudyInstanceUid study) {
        return searchSeries(
                        caller,
                        SearchRequest.all(ALL)
                                .and(Restriction.where("StudyInstanceUID", Match.is(study.value())))
                                .sortedBy(new Sort("SeriesNumber", false)))
                .rows();
    }

    /** All instances of a series by Instance Number. */
    public List<InstanceSummary> instances(Caller caller, StudyInstanceUid study, SeriesInstanceUid series) {
        return searchInstances(
                        caller,
                        SearchRequest.all(ALL)
                                .and(Restriction.where("StudyInstanceUID", Match.is(study.value())))
                                .and(Restriction.where("SeriesInstanceUID", Match.is(series.value())))
                                .sortedBy(new Sort("InstanceNumber", false)))
                .rows();
    }

    private <T> Page<T> search(
            Caller caller, SearchTable table, SearchRequest request, String select, Function<Object[], T> row) {
        String basis = policy.require(caller, Activity.SEARCH_STUDIES);
        Page<T> page = run(caller, table, request, select, row);
        trail.record(AuditEntry.of(AuditAction.SEARCH, caller.agent(), basis)
                .on(table.name(), "")
                .with(request.restrictions() + " found " + page.rows().size()));
        return page;
    }

    private <T> Page<T> run(
            Caller caller, SearchTable table, SearchRequest request, String select, Function<Object[], T> row) {
        return new SearchQuery(table, request, policy.filter(caller).on(table)).run(entities, select, row);
    }
}
