package org.aegle.web.home;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.aegle.imaging.Studies;
import org.aegle.imaging.StudySummary;
import org.aegle.imaging.arrival.UploadView;
import org.aegle.imaging.arrival.UploadedFile;
import org.aegle.imaging.arrival.Uploads;
import org.aegle.patient.PatientView;
import org.aegle.patient.Patients;
import org.aegle.web.format.Texts;
import org.aegle.web.session.CurrentCaller;

/** Where people arrive: what was last worked on, as far as their role reaches. */
@Named
@ViewScoped
public class Home implements Serializable {
    private static final int MOST = 8;
    private static final int MOST_PROBLEMS = 3;
    private static final Set<String> STORED = Set.of("STORED", "ALREADY_STORED");
    private static final Set<String> REFUSED = Set.of("REFUSED", "SET_ASIDE");

    @Inject
    private Patients patients;

    @Inject
    private Studies studies;

    @Inject
    private Uploads uploads;

    @Inject
    private CurrentCaller me;

    @Inject
    private Texts texts;

    private List<PatientView> recentPatients = List.of();
    private List<StudySummary> recentStudies = List.of();
    private List<UploadView> today = List.of();

    @PostConstruct
    void open() {
        if (me.allows("SEARCH_PATIENTS")) {
            recentPatients = patients.recent(me.get(), MOST);
        }
        if (me.allows("SEARCH_STUDIES")) {
            recentStudies = studies.recent(me.get(), MOST);
        }
        if (me.allows("STORE_INSTANCE")) {
            today = uploads.today(me.get());
        }
    }

    public List<PatientView> getPatients() {
        return recentPatients;
    }

    public List<StudySummary> getStudies() {
        return recentStudies;
    }

    /** The person's own uploads of the last 24 hours. */
    public List<UploadView> getUploads() {
        return today;
    }

    public Instant getLastUpload() {
        return today.get(0).createdAt();
    }

    /** Files in these uploads. */
    public long getFiles() {
        return files().count();
    }

    /** Files that are stored, now or before. */
    public long getStored() {
        return files().filter(f -> STORED.contains(f.outcome())).count();
    }

    /** Files that need a look. */
    public long getRefused() {
        return files().filter(f -> REFUSED.contains(f.outcome())).count();
    }

    /** The first few that need a look. */
    public List<UploadedFile> getProblems() {
        return files().filter(f -> REFUSED.contains(f.outcome()))
                .limit(MOST_PROBLEMS)
                .toList();
    }

    /** Why a file was not stored. */
    public String reason(UploadedFile file) {
        return texts.get("reason." + file.reason());
    }

    private Stream<UploadedFile> files() {
        return today.stream().flatMap(u -> u.files().stream());
    }
}
