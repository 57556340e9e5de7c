package org.aegle.dicomweb;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.aegle.dicom.media.FileSetZipWriter;
import org.aegle.imaging.ObjectBytes;
import org.aegle.imaging.RetrievableInstance;
import org.aegle.imaging.transfer.Door;

/** Objects as a zip of a DICOM file set with its DICOMDIR (PS3.12 V), written as it is sent, each as it is stored. */
@RequestScoped
public class FileSets {
    private static final String FILE_SET_ID = "AEGLE";

    @Inject
    private ObjectBytes bytes;

    @Inject
    private LoggedTransfers transfers;

    /** @param name of the file, without ending: no patient's name, which a list of downloads would tell */
    public Response zip(List<RetrievableInstance> instances, String name) {
        StreamingOutput body = transfers.send(Door.ZIP, (out, sent) -> {
            // Closed by the server when all went well, so that a zip that failed half way shows as cut off.
            FileSetZipWriter zip = new FileSetZipWriter(new Unclosed(out), FILE_SET_ID);
            for (RetrievableInstance instance : instances) {
                zip.add(() -> bytes.open(instance));
                sent.accept(instance);
            }
            zip.close();
        });
        return Response.ok(body, ObjectForm.ZIP)
                .header("Vary", "Accept")
                .header("Content-Disposition", "attachment; filename=\"" + name + ".zip\"")
                .build();
    }
}
