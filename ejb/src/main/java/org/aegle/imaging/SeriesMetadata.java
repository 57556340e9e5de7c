package org.aegle.imaging;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.aegle.access.AccessPolicy;
import org.aegle.access.Activity;
import org.aegle.access.Caller;
import org.aegle.audit.AuditAction;
import org.aegle.audit.AuditEntry;
import org.aegle.audit.AuditOutcome;
import org.aegle.audit.AuditTrail;
import org.aegle.directory.Role;
import org.aegle.id.SopInstanceUid;
import org.aegle.refusal.NotFound;
import org.aegle.search.Selection;

/**
 * The metadata of series as documents: made of its instances' documents at the first question after an instance was
 * added, kept, and served as they are from then on. No object is opened for it.
 */
@Stateless
@RolesAllowed({Role.Names.PHYSICIAN, Role.Names.RADIOLOGIST, Role.Names.TECHNOLOGIST, Role.Names.CLIENT})
public class SeriesMetadata {
    @PersistenceContext(unitName = "aegle")
    private EntityManager entities;

    @Inject
    private AccessPolicy policy;

    @Inject
    private AuditTrail trail;

    /** One document per series in the scope, by Series Number. Refuses with {@link NotFound} when nothing is there. */
    public List<MetadataDocument> get(Caller caller, RetrieveScope scope) {
        String basis = policy.require(caller, Activity.READ_STUDY);
        List<Object[]> series = series(caller, scope);
        AuditEntry entry = AuditEntry.of(AuditAction.RETRIEVE, caller.agent(), basis)
                .on("Study", scope.study().value())
                .with("metadata of " + String.join("/", scope.uids()));
        if (series.isEmpty()) {
            trail.recordAlone(entry.ending(AuditOutcome.REFUSED));
            throw new NotFound("object", String.join("/", scope.uids()));
        }
        trail.recordLook(entry.ofPatient(((Number) series.get(0)[3]).longValue()));
        return scope.findInstance()
                .map(instance -> List.of(single(series.get(0), instance)))
                .orElseGet(() -> series.stream().map(this::document).toList());
    }

    private MetadataDocument single(Object[] series, SopInstanceUid instance) {
        List<Object[]> documents = Selection.run(
                entities,
                "select attributes from instance where series_id = ? and sop_instance_uid = ?",
                List.of(series[0], instance.value()));
        return new MetadataDocument(instance.value(), array(documents));
    }

    private List<Object[]> series(Caller caller, RetrieveScope scope) {
        StringBuilder sql = new StringBuilder("select e.id, count(*), max(o.id), s.patient_id from instance o"
                + " join series e on e.id = o.series_id join study s on s.id = e.study_id"
                + " where s.study_instance_uid = ? and s.organization_id = ?");
        scope.findSeries().ifPresent(s -> sql.append(" and e.series_instance_uid = ?"));
        scope.findInstance().ifPresent(i -> sql.append(" and o.sop_instance_uid = ?"));
        sql.append(" group by e.id, s.patient_id order by e.series_number nulls last, e.id");
        List<Object> values = new ArrayList<>(List.of(
                scope.study().value(), policy.filter(caller).organization().value()));
        scope.findSeries().ifPresent(uid -> values.add(uid.value()));
        scope.findInstance().ifPresent(uid -> values.add(uid.value()));
        return Selection.run(entities, sql.toString(), values);
    }

    private MetadataDocument document(Object[] series) {
        long id = ((Number) series[0]).longValue();
        long count = ((Number) series[1]).longValue();
        long last = ((Number) series[2]).longValue();
        String version = id + "-" + count + "-" + last;
        List<Object[]> kept = Selection.run(
                entities,
                "select content from series_metadata where series_id = ? and instances = ? and last_instance_id = ?",
                List.of(id, count, last));
        return new MetadataDocument(version, kept.isEmpty() ? make(id, count, last) : (byte[]) kept.get(0)[0]);
    }

    /** Of two that make it at the same time, the later one's is kept; both are right. */
    private byte[] make(long series, long count, long last) {
        List<Object[]> documents = Selection.run(
                entities,
                "select attributes from instance where series_id = ? order by instance_number nulls last, id",
                List.of(series));
        byte[] content = array(documents);
        entities.createNativeQuery("insert into series_metadata (series_id, instances, last_instance_id, content)"
                        + " values (?, ?, ?, ?) on conflict (series_id) do update set instances = excluded.instances,"
                        + " last_instance_id = excluded.last_instance_id, content = excluded.content")
                .setParameter(1, series)
                .setParameter(2, count)
                .setParameter(3, last)
                .setParameter(4, content)
                .executeUpdate();
        return content;
    }

    private static byte[] array(List<Object[]> documents) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream json = new GZIPOutputStream(bytes)) {
            char separator = '[';
            for (Object[] document : documents) {
                json.write(separator);
                new GZIPInputStream(new ByteArrayInputStream((byte[]) document[0])).transferTo(json);
                separator = ',';
            }
            json.write(']');
        } catch (IOException e) {
            throw new UncheckedIOException("a stored document cannot be read", e);
        }
        return bytes.toByteArray();
    }
}
