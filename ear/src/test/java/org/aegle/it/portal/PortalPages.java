package org.aegle.it.portal;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aegle.dicom.phantom.PhantomPatient;
import org.aegle.dicom.phantom.SheppLoganHead;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.Fhir;
import org.aegle.it.client.Part10;
import org.aegle.it.client.StoredBlobs;
import org.aegle.it.client.TestStudy;
import org.hl7.fhir.r4.model.Patient;

/**
 * Every page of the portal with something on it.
 *
 * @param addresses by the user who looks at them; without a session for the empty name
 */
record PortalPages(Map<String, List<String>> addresses) {
    static PortalPages withAStudy() {
        TestStudy ct = TestStudy.smallCt(3);
        Dicomweb.as("demo-emr").store(ct.objects());
        String patient = Fhir.as("demo-readonly")
                .all(Patient.class, "/Patient?identifier=" + ct.patient().id())
                .get(0)
                .getIdElement()
                .getIdPart();
        String[] uids = Part10.path(ct.objects().get(0)).split("/");
        String study = "/imaging/study?uid=" + ct.uid();
        Map<String, List<String>> pages = new TreeMap<>();
        pages.put("", List.of("/login", "/login?left=true"));
        pages.put(
                "radiologist",
                List.of(
                        "/home",
                        "/patient/patients",
                        "/patient/patients?q=nobody-by-this-name",
                        "/patient/register",
                        "/patient/chart?id=" + patient,
                        "/patient/edit?id=" + patient,
                        "/imaging/studies",
                        study,
                        study + "&series=" + uids[4],
                        "/imaging/attributes?study=" + ct.uid() + "&series=" + uids[4] + "&instance=" + uids[6],
                        "/imaging/upload",
                        "/imaging/scan",
                        "/imaging/scan?study=" + ct.uid(),
                        "/account/settings",
                        "/no-such-page"));
        pages.put("clerk", List.of("/home", "/reconciliation/waiting", "/reconciliation/decide?id=" + waiting(ct)));
        pages.put("privacy", List.of("/home", "/audit/events", "/patient/patients"));
        pages.put(
                "admin",
                List.of("/home", "/storage/state", "/directory/entities", "/directory/entity", "/directory/transfers"));
        return new PortalPages(pages);
    }

    /** A study of somebody else under the same number, and the case it is. */
    private static long waiting(TestStudy known) {
        TestStudy other = TestStudy.smallCt(2);
        PhantomPatient liar = new PhantomPatient(
                other.patient().name(),
                known.patient().id(),
                "",
                other.patient().birthDate(),
                "M");
        Dicomweb.as("demo-emr")
                .store(TestStudy.of(new SheppLoganHead(32, 2), liar, other.study())
                        .objects());
        try {
            return StoredBlobs.count("select id from reconciliation_case where study_instance_uid = ?", other.uid());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
