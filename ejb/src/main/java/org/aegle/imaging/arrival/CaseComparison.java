package org.aegle.imaging.arrival;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Sequence;
import org.aegle.dicom.data.Tag;
import org.aegle.id.OrganizationId;
import org.aegle.imaging.ImagingDocuments;
import org.aegle.search.Rows;
import org.aegle.storage.StoredBlob;

/** What is known in the place of objects that wait, and in what they differ. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class CaseComparison {
    private static final int MOST_DIFFERENCES = 200;
    private static final int LONGEST = 200;

    private static final String MIDDLE = "select b.id, b.length, b.sha256, b.wrapped_key from instance o"
            + " join blob b on b.id = o.blob_id join study s on s.id = o.study_id where o.frames > 0"
            + " and s.organization_id = ? and ";

    @PersistenceContext(unitName = "aegle")
    private EntityManager entities;

    @Inject
    private Cases cases;

    @Inject
    private WaitingObjects objects;

    public CaseView of(OrganizationId organization, WaitingCase waiting) throws IOException {
        Object[] stored = stored(organization, waiting.studyInstanceUid());
        Attributes first = first(waiting);
        return new CaseView(
                waiting,
                stored[0] == null ? 0 : Rows.number(stored[0]),
                (int) Rows.number(stored[1]),
                waiting.reason() == RefusalReason.SERIES_DIFFERS
                        ? studyOf(organization, first.getString(Tag.SeriesInstanceUID, ""))
                        : "",
                waiting.reason() == RefusalReason.CONTENT_DIFFERS ? differences(organization, first) : List.of());
    }

    public Optional<byte[]> knownPicture(OrganizationId organization, WaitingCase waiting, int size)
            throws IOException {
        boolean content = waiting.reason() == RefusalReason.CONTENT_DIFFERS;
        String of = content ? first(waiting).getString(Tag.SOPInstanceUID, "") : waiting.studyInstanceUid();
        List<Object[]> found = Rows.of(entities.createNativeQuery(MIDDLE
                        + (content ? "o.sop_instance_uid = ?" : "s.study_instance_uid = ?")
                        + " order by o.series_id, o.instance_number, o.id")
                .setParameter(1, organization.value())
                .setParameter(2, of));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Object[] c = found.get(found.size() / 2);
        return objects.picture(new StoredBlob(Rows.text(c[0]), Rows.number(c[1]), (byte[]) c[2], (byte[]) c[3]), size);
    }

    private Attributes first(WaitingCase waiting) throws IOException {
        List<WaitingObject> all = cases.objects(waiting.id());
        return all.isEmpty()
                ? new Attributes()
                : objects.object(all.get(0).blob()).dataset();
    }

    private Object[] stored(OrganizationId organization, String study) {
        return Rows.of(entities.createNativeQuery("select max(s.patient_id), count(o.id) from study s"
                                + " left join instance o on o.study_id = s.id where s.organization_id = ?"
                                + " and s.study_instance_uid = ?")
                        .setParameter(1, organization.value())
                        .setParameter(2, study))
                .get(0);
    }

    private String studyOf(OrganizationId organization, String series) {
        List<?> found = entities.createNativeQuery(
                        "select s.study_instance_uid from series e"
                                + " join study s on s.id = e.study_id where s.organization_id = ? and e.series_instance_uid = ?")
                .setParameter(1, organization.value())
                .setParameter(2, series)
                .getResultList();
        return found.isEmpty() ? "" : found.get(0).toString();
    }

    private List<AttributeDifference> differences(OrganizationId organization, Attributes came) {
        List<?> documents = entities.createNativeQuery("select o.attributes from instance o join study s"
                        + " on s.id = o.study_id where s.organization_id = ? and o.sop_instance_uid = ?")
                .setParameter(1, organization.value())
                .setParameter(2, came.getString(Tag.SOPInstanceUID, ""))
                .getResultList();
        Attributes known = documents.isEmpty() ? new Attributes() : ImagingDocuments.read((byte[]) documents.get(0));
        TreeSet<Integer> tags = new TreeSet<>(Integer::compareUnsigned);
        for (int tag : came.tags()) {
            tags.add(tag);
        }
        for (int tag : known.tags()) {
            tags.add(tag);
        }
        List<AttributeDifference> differences = new ArrayList<>();
        for (int tag : tags) {
            AttributeDifference one = new AttributeDifference(tag, text(came, tag), text(known, tag));
            if (!one.came().equals(one.known()) && differences.size() < MOST_DIFFERENCES) {
                differences.add(one);
            }
        }
        return differences;
    }

    /** Pixels and other long values are compared by their pictures, not here. */
    private static String text(Attributes set, int tag) {
        boolean comparable = set.contains(tag)
                && (set.getVR(tag).isString()
                        || set.getValue(tag) instanceof Sequence
                        || set.getVR(tag).wordLength() <= 8 && !set.getVR(tag).isBytes());
        if (!comparable) {
            return "";
        }
        Sequence items = set.getSequence(tag);
        String text = items.isEmpty()
                ? String.join("\\", set.getStrings(tag))
                : items.stream().map(Object::toString).reduce("", String::concat);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
