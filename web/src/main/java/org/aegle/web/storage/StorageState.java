package org.aegle.web.storage;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.aegle.storage.care.RunKind;
import org.aegle.storage.care.StorageAdministration;
import org.aegle.storage.care.StorageFinding;
import org.aegle.storage.care.StorageOverview;
import org.aegle.storage.care.StorageRun;
import org.aegle.web.look.Look;
import org.aegle.web.page.FacesMessages;
import org.aegle.web.session.CurrentCaller;

/** Where the objects lie, how much there is, what is wrong with them; nothing here tells of a patient. */
@Named
@RequestScoped
public class StorageState {
    private static final int PERCENT = 100;

    @Inject
    private StorageAdministration storage;

    @Inject
    private CurrentCaller me;

    @Inject
    private Look look;

    @Inject
    private FacesMessages messages;

    private final Map<RunKind, StorageOverview.Runs> runs = new EnumMap<>(RunKind.class);
    private StorageOverview overview;
    private List<StorageFinding> findings;

    public void scrub() {
        storage.scrubNow(me.get());
        messages.confirm("storage.scrub.asked");
    }

    public void sweep() {
        storage.sweepNow(me.get());
        messages.confirm("storage.sweep.asked");
    }

    public StorageOverview getOverview() {
        if (overview == null) {
            overview = storage.overview(me.get(), look.getZone());
        }
        return overview;
    }

    public StorageOverview.Runs getScrubs() {
        return runs(RunKind.SCRUB);
    }

    public StorageOverview.Runs getSweeps() {
        return runs(RunKind.SWEEP);
    }

    public StorageOverview.Runs getRewraps() {
        return runs(RunKind.REWRAP);
    }

    /** What is wrong, then what was. */
    public List<StorageFinding> getFindings() {
        if (findings == null) {
            findings = storage.findings(me.get());
        }
        return findings;
    }

    /** How many things are wrong. */
    public long getFaults() {
        return getFindings().stream().filter(f -> f.endedAt() == null).count();
    }

    /** Whether somebody waits for a run that goes on. */
    public boolean isWaitedFor() {
        return List.of(getScrubs(), getSweeps()).stream()
                .anyMatch(r -> r.open().filter(StorageRun::isAsked).isPresent());
    }

    public int percent(StorageRun run) {
        return (int) (PERCENT * run.share());
    }

    private StorageOverview.Runs runs(RunKind kind) {
        return runs.computeIfAbsent(kind, asked -> storage.runs(me.get(), asked));
    }
}
