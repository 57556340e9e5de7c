package org.aegle.it.portal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.Fhir;
import org.aegle.it.client.Part10;
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
                        "/account/settings",
                        "/no-such-page"));
        pages.put("privacy", List.of("/home", "/audit/events", "/patient/patients"));
        pages.put("admin", List.of("/home", "/directory/entities", "/directory/entity", "/directory/transfers"));
        return new PortalPages(pages);
    }
}
