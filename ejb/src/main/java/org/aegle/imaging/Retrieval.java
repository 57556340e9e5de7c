package org.aegle.imaging;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aegle.access.AccessPolicy;
import org.aegle.access.Activity;
import org.aegle.access.Caller;
import org.aegle.audit.AuditAction;
import org.aegle.audit.AuditEntry;
import org.aegle.audit.AuditOutcome;
import org.aegle.audit.AuditTrail;
import org.aegle.directory.Role;
import org.aegle.id.SeriesInstanceUid;
import org.aegle.id.SopInstanceUid;
import org.aegle.id.StudyInstanceUid;
import org.aegle.refusal.NotFound;
import org.aegle.refusal.TooLarge;
import org.aegle.search.Cursor;
import org.aegle.search.Page;
import org.aegle.search.Restriction;
import org.aegle.search.Rows;
import org.aegle.search.SearchQuery;
import org.aegle.search.SearchRequest;
import org.aegle.search.Selection;
import org.aegle.search.Sort;
import org.aegle.search.SqlPredicate;
import org.aegle.storage.StoredBlob;

/** Finding out which objects a retrieval means and whether the caller may have them; {@link ObjectBytes} opens them. */
@Stateless
@RolesAllowed({Role.Names.PHYSICIAN, Role.Names.RADIOLOGIST, Role.Names.TECHNOLOGIST, Role.Names.CLIENT})
public class Retrieval {
    private static final String CORRECTION = "(select k.document from correction k where k.id = o.correction_id)";

    private static final String SELECT = "select s.study_instance_uid, e.series_instance_uid, o.sop_instance_uid,"
            + " o.sop_class_uid, o.transfer_syntax_uid, o.frames, o.frame_index, b.id, b.length, b.sha256,"
            + " b.wrapped_key, s.patient_id, " + CORRECTION + " from instance o join blob b on b.id = o.blob_id"
            + " join series e on e.id = o.series_id join study s on s.id = o.study_id"
            + " where s.study_instance_uid = ? and s.organization_id = ?";

    private static final String COLUMNS = "s.study_instance_uid, e.series_instance_uid, o.sop_instance_uid,"
            + " o.sop_class_uid, o.transfer_syntax_uid, o.frames, cast('' as bytea), b.id, b.length, b.sha256,"
            + " b.wrapped_key, s.patient_id, " + CORRECTION;
    private static final List<Sort> ORDER = List.of(new Sort("SeriesNumber", false), new Sort("InstanceNumber", false));
    private static final int MOST = 200_000;

    @PersistenceContext(unitName = "aegle")
    private EntityManager entities;

    @Inject
    private AccessPolicy policy;

    @Inject
    private AuditTrail trail;

    /**
     * The instances in a scope, by series and Instance Number. Refuses with {@link NotFound} when there are none.
     *
     * @param purpose what is fetched of them, for the audit trail: objects, frames, a thumbnail
     */
    public List<RetrievableInstance> instances(Caller caller, RetrieveScope scope, String purpose) {
        String basis = policy.require(caller, Activity.READ_STUDY);
        List<Object[]> rows = rows(caller, scope);
        AuditEntry entry = AuditEntry.of(AuditAction.RETRIEVE, caller.agent(), basis)
                .on("Study", scope.study().value())
                .with(purpose + " of " + String.join("/", scope.uids()));
        if (rows.isEmpty()) {
            trail.recordAlone(entry.ending(AuditOutcome.REFUSED));
            throw new NotFound("object", String.join("/", scope.uids()));
        }
        trail.recordLook(entry.ofPatient(((Number) rows.get(0)[11]).longValue()));
        return rows.stream().map(Retrieval::instance).toList();
    }

    /**
     * The instances that fit, by series and Instance Number, without their frame indexes; none is an answer too. Refuses
     * with {@link TooLarge} when there are more than can be told of at once.
     *
     * @param restrictions in the parameters of {@link ImagingSearch#INSTANCES}
     * @param purpose what is done with them, for the audit trail
     */
    public List<RetrievableInstance> matching(Caller caller, List<Restriction> restrictions, String purpose) {
        String basis = policy.require(caller, Activity.READ_STUDY);
        SearchRequest request = new SearchRequest(restrictions, ORDER, MOST, 0, Cursor.START, false);
        SqlPredicate visible = policy.filter(caller).on(ImagingSearch.INSTANCES);
        Page<Object[]> found =
                new SearchQuery(ImagingSearch.INSTANCES, request, visible).run(entities, COLUMNS, columns -> columns);
        AuditEntry entry = AuditEntry.of(AuditAction.RETRIEVE, caller.agent(), basis);
        if (found.hasMore()) {
            throw new TooLarge("instances of one retrieval", MOST);
        }
        if (found.rows().isEmpty()) {
            trail.record(entry.on("Study", "").ending(AuditOutcome.REFUSED).with(purpose + " of " + restrictions));
            return List.of();
        }
        Map<String, AuditEntry> entries = new LinkedHashMap<>();
        found.rows()
                .forEach(c -> entries.computeIfAbsent((String) c[0], study -> entry.on("Study", study)
                        .ofPatient(Rows.number(c[11]))
                        .with(purpose + " of " + restrictions)));
        trail.record(List.copyOf(entries.values()));
        return found.rows().stream().map(Retrieval::instance).toList();
    }

    private List<Object[]> rows(Caller caller, RetrieveScope scope) {
        StringBuilder sql = new StringBuilder(SELECT);
        scope.findSeries().ifPresent(s -> sql.append(" and e.series_instance_uid = ?"));
        scope.findInstance().ifPresent(i -> sql.append(" and o.sop_instance_uid = ?"));
        sql.append(" order by e.series_number nulls last, e.id, o.instance_number nulls last, o.id");
        List<Object> values = new ArrayList<>(List.of(
                scope.study().value(), policy.filter(caller).organization().value()));
        scope.findSeries().ifPresent(uid -> values.add(uid.value()));
        scope.findInstance().ifPresent(uid -> values.add(uid.value()));
        return Selection.run(entities, sql.toString(), values);
    }

    private static RetrievableInstance instance(Object[] c) {
        return new RetrievableInstance(
                new StudyInstanceUid((String) c[0]),
                new SeriesInstanceUid((String) c[1]),
                new SopInstanceUid((String) c[2]),
                (String) c[3],
                (String) c[4],
                ((Number) c[5]).intValue(),
                (byte[]) c[6],
                new StoredBlob((String) c[7], ((Number) c[8]).longValue(), (byte[]) c[9], (byte[]) c[10]),
                Correction.parse(Rows.text(c[12])));
    }
}
