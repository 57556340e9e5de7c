package org.aegle.it.dicomweb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.it.TestDatabase;
import org.aegle.it.client.ChangeFeed;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.Part10;
import org.aegle.it.client.TestStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The change feed: ordered, without gaps, for everybody only what they may see. */
class ChangeFeedIT {
    private static final int STORERS = 6;
    private static final int OBJECTS = 15;
    private static final int READERS = 3;

    private final Dicomweb emr = Dicomweb.as("demo-emr");

    @Test
    void storedAndDeletedObjectsShouldBeToldInTheirOrder() {
        TestStudy ct = TestStudy.smallCt(2);
        ChangeFeed feed = ChangeFeed.fromHere(emr);
        emr.store(ct.objects());
        emr.store(ct.objects());
        emr.delete(ct.path());

        List<ChangeFeed.Entry> entries = feed.rest().stream()
                .filter(entry -> entry.study().equals(ct.uid()))
                .toList();

        assertEquals(
                List.of("stored", "stored", "deleted", "deleted"),
                entries.stream().map(ChangeFeed.Entry::action).toList());
        assertEquals(
                ct.sopInstanceUids().stream().sorted().toList(),
                entries.subList(2, 4).stream()
                        .map(ChangeFeed.Entry::instance)
                        .sorted()
                        .toList());
    }

    @Test
    void pagesShouldContinueWhereTheLastOneEnded() {
        ChangeFeed feed = ChangeFeed.fromHere(emr);
        long start = feed.last();
        TestStudy ct = TestStudy.smallCt(5);
        emr.store(ct.objects());

        List<Long> numbers = new ArrayList<>();
        for (List<ChangeFeed.Entry> page = feed.next(2); !page.isEmpty(); page = feed.next(2)) {
            assertTrue(page.size() <= 2);
            page.forEach(entry -> numbers.add(entry.number()));
        }

        assertEquals(
                IntStream.range(0, numbers.size()).mapToObj(i -> start + 1 + i).toList(), numbers);
        assertTrue(numbers.size() >= 5);
    }

    @Test
    void othersShouldSeeNothingOfIt() {
        ChangeFeed theirs = ChangeFeed.fromHere(Dicomweb.as("lakeside-emr"));
        TestStudy ct = TestStudy.smallCt(1);
        emr.store(ct.objects());

        assertTrue(theirs.rest().stream().noneMatch(entry -> entry.study().equals(ct.uid())));
    }

    @ParameterizedTest
    @CsvSource({"since=-1, 400", "since=x, 400", "limit=0, 400", "limit=1001, 400", "since=0&limit=1, 200"})
    void whatIsNoPlaceInTheFeedShouldBeABadRequest(String query, int status) {
        assertEquals(status, emr.get("/changes?" + query).statusCode());
    }

    /** A transaction that began before another and commits after it must not put its change before the other's. */
    @Test
    void changeThatIsCommittedLateShouldComeLate() throws SQLException {
        ChangeFeed feed = ChangeFeed.fromHere(emr);
        long start = feed.last();
        String late = Part10.newUid();
        TestStudy early = TestStudy.smallCt(1);
        List<ChangeFeed.Entry> first;
        try (Connection database = TestDatabase.open()) {
            database.setAutoCommit(false);
            appendChange(database, late);
            emr.store(early.objects());
            first = feed.rest();
            database.commit();
        }
        List<ChangeFeed.Entry> second = feed.rest();

        assertTrue(first.stream().anyMatch(entry -> entry.study().equals(early.uid())));
        assertTrue(first.stream().noneMatch(entry -> entry.study().equals(late)));
        assertTrue(second.stream().anyMatch(entry -> entry.study().equals(late)));
        List<ChangeFeed.Entry> again = ChangeFeed.since(emr, start).rest();
        List<ChangeFeed.Entry> both = new ArrayList<>(first);
        both.addAll(second);
        assertEquals(both, again.subList(0, both.size()));
    }

    @Test
    void readersShouldMissNothingWhileManyStore() throws Exception {
        List<List<byte[]>> objects = IntStream.range(0, STORERS)
                .mapToObj(i -> TestStudy.smallCt(OBJECTS).objects())
                .toList();
        List<ChangeFeed> feeds = IntStream.range(0, READERS)
                .mapToObj(i -> ChangeFeed.fromHere(emr))
                .toList();
        List<Long> starts = feeds.stream().map(ChangeFeed::last).toList();
        CountDownLatch storing = new CountDownLatch(STORERS);
        ExecutorService threads = Executors.newFixedThreadPool(STORERS + READERS);
        try {
            List<Future<?>> storers = new ArrayList<>();
            for (List<byte[]> study : objects) {
                storers.add(threads.submit(() -> storeOneByOne(study, storing)));
            }
            List<Future<List<ChangeFeed.Entry>>> readers = new ArrayList<>();
            for (ChangeFeed feed : feeds) {
                readers.add(threads.submit(() -> readWhile(feed, storing)));
            }
            for (Future<?> storer : storers) {
                storer.get();
            }
            List<String> stored = objects.stream()
                    .flatMap(List::stream)
                    .map(Part10::sopInstanceUid)
                    .sorted()
                    .toList();
            for (int i = 0; i < READERS; i++) {
                assertSeen(starts.get(i), stored, readers.get(i).get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void storeOneByOne(List<byte[]> study, CountDownLatch storing) {
        try {
            study.forEach(object -> assertEquals(200, emr.store(List.of(object)).status()));
        } finally {
            storing.countDown();
        }
    }

    /** Reads on and on, and once more after the last one was stored. */
    private static List<ChangeFeed.Entry> readWhile(ChangeFeed feed, CountDownLatch storing) {
        List<ChangeFeed.Entry> seen = new ArrayList<>();
        while (storing.getCount() > 0) {
            seen.addAll(feed.next(50));
        }
        seen.addAll(feed.rest());
        return seen;
    }

    private static void assertSeen(long start, List<String> stored, List<ChangeFeed.Entry> seen) {
        for (int i = 0; i < seen.size(); i++) {
            assertEquals(start + 1 + i, seen.get(i).number());
        }
        List<String> ours = seen.stream()
                .map(ChangeFeed.Entry::instance)
                .filter(stored::contains)
                .sorted()
                .collect(Collectors.toList());
        assertEquals(stored, ours);
    }

    private static void appendChange(Connection database, String study) throws SQLException {
        Attributes image = Part10.smallImage(study, Part10.newUid(), 1);
        try (PreparedStatement insert = database.prepareStatement("insert into change_pending (organization_id, action,"
                + " study_instance_uid, series_instance_uid, sop_instance_uid, sop_class_uid)"
                + " select id, 'CHANGED', ?, ?, ?, ? from organization where host")) {
            insert.setString(1, study);
            insert.setString(2, image.getString(Tag.SeriesInstanceUID));
            insert.setString(3, image.getString(Tag.SOPInstanceUID));
            insert.setString(4, image.getString(Tag.SOPClassUID));
            insert.executeUpdate();
        }
    }
}
