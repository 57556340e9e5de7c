package org.aegle.it.durability;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.aegle.it.client.Multipart;
import org.aegle.it.client.Part10;
import org.aegle.it.storage.OwnAegle;

/** Fetches what was acknowledged by WADO-RS and compares it, byte for byte of the data sets. */
final class Readback {
    private static final String ACCEPT = "multipart/related; type=\"application/dicom\"; transfer-syntax=*";

    private final OwnAegle aegle;
    private final String token;

    Readback(OwnAegle aegle) {
        this.aegle = aegle;
        this.token = aegle.token();
    }

    /** What is missing, changed or there twice; empty when all is well. */
    List<String> faults(Collection<Ledger.Entry> expected) {
        List<String> faults = new ArrayList<>();
        expected.stream()
                .collect(Collectors.groupingBy(Ledger.Entry::study))
                .forEach((study, entries) -> compare(study, entries, faults));
        return faults;
    }

    private void compare(String study, List<Ledger.Entry> expected, List<String> faults) {
        HttpResponse<byte[]> answer = aegle.retrieve(token, "/studies/" + study, ACCEPT);
        if (answer.statusCode() != 200) {
            faults.add(study + ": " + answer.statusCode() + " instead of " + expected.size() + " objects");
            return;
        }
        Map<String, String> served = new HashMap<>();
        String type = answer.headers().firstValue("Content-Type").orElse("");
        for (Multipart.Part part : Multipart.read(type, answer.body())) {
            String uid = Part10.sopInstanceUid(part.content());
            if (served.put(uid, SentObject.datasetHash(part.content())) != null) {
                faults.add(uid + " is there twice");
            }
        }
        for (Ledger.Entry entry : expected) {
            if (!entry.datasetHash().equals(served.get(entry.uid()))) {
                faults.add(entry.uid() + (served.containsKey(entry.uid()) ? " has changed" : " is missing"));
            }
        }
    }
}
