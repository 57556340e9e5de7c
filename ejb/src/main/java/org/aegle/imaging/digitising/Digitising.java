package org.aegle.imaging.digitising;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.aegle.access.Caller;
import org.aegle.dicom.composition.BulkValue;
import org.aegle.imaging.arrival.DescribedInstances;
import org.aegle.imaging.arrival.InstanceBatch;
import org.aegle.imaging.arrival.InstanceBatches;
import org.aegle.imaging.arrival.StoreOutcome;
import org.aegle.imaging.arrival.UploadReading;
import org.aegle.imaging.arrival.UploadView;
import org.aegle.imaging.arrival.UploadedFile;

/** Makes objects of uploads that are files of a submission, and sends those the way of every object. */
@ApplicationScoped
public class Digitising implements UploadReading {
    /** A page may cost some three hundred megabytes while it is decoded and compressed; others wait. */
    private static final long MEMORY = 1L << 30;

    private final Semaphore places = new Semaphore(places(Runtime.getRuntime().maxMemory()), true);

    @Inject
    private Submissions submissions;

    @Inject
    private InstanceBatches batches;

    @Override
    public Optional<List<UploadedFile>> read(Caller caller, UploadView upload, BulkValue file) throws IOException {
        Optional<DigitisedObjects> objects = submissions.findObjects(upload.id());
        if (objects.isEmpty()) {
            return Optional.empty();
        }
        places.acquireUninterruptibly();
        try {
            return Optional.of(named(upload.fileName(), store(caller, objects.get(), file)));
        } finally {
            places.release();
        }
    }

    /** How many files are worked on at once, of the machine's memory in bytes. */
    static int places(long memory) {
        return (int) Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), memory / MEMORY));
    }

    private List<StoreOutcome> store(Caller caller, DigitisedObjects objects, BulkValue file) throws IOException {
        try (InstanceBatch batch = batches.begin(caller, objects.studyInstanceUid());
                DescribedInstances instances = batches.describe(batch)) {
            new FileDigitising(objects, new BatchTarget(batch, instances)).store(file);
            return batch.outcomes();
        }
    }

    /** Each page of several goes by the file's name and its number. */
    private static List<UploadedFile> named(String fileName, List<StoreOutcome> outcomes) {
        List<UploadedFile> files = new ArrayList<>();
        for (StoreOutcome outcome : outcomes) {
            String name = outcomes.size() == 1 ? fileName : fileName + " · " + (files.size() + 1);
            files.add(UploadedFile.of(name, outcome));
        }
        return files;
    }
}
