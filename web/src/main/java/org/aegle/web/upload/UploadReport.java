package org.aegle.web.upload;

import java.util.List;
import org.aegle.imaging.arrival.UploadView;
import org.aegle.imaging.arrival.UploadedFile;
import org.aegle.web.format.Texts;

/**
 * An upload as the page's script reads it.
 *
 * @param state an {@link org.aegle.imaging.arrival.UploadState}
 */
record UploadReport(String id, String state, long length, long received, List<File> files) {
    /**
     * What became of a file.
     *
     * @param reason in the person's words, or empty
     */
    record File(String name, String outcome, String reason, String study, String patientName, String studyDescription) {
        static File of(UploadedFile file, Texts texts) {
            return new File(
                    file.fileName(),
                    file.outcome(),
                    reason(file, texts),
                    file.studyInstanceUid(),
                    file.patientName(),
                    file.studyDescription());
        }

        private static String reason(UploadedFile file, Texts texts) {
            String key = "reason." + file.reason();
            String text = texts.has(key) ? texts.get(key) : file.reason();
            return file.detail().isEmpty() ? text : text + " (" + file.detail() + ")";
        }
    }

    static UploadReport of(UploadView upload, Texts texts) {
        return new UploadReport(
                upload.id(),
                upload.state().name(),
                upload.length(),
                upload.received(),
                upload.files().stream().map(f -> File.of(f, texts)).toList());
    }
}
