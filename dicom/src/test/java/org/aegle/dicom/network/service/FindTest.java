package org.aegle.dicom.network.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.network.dimse.DimseOutcome;
import org.aegle.dicom.network.dimse.DimseStatus;
import org.junit.jupiter.api.Test;

class FindTest {
    private static final String MODEL = UID.StudyRootQueryRetrieveInformationModelFind;
    private static final AssociationOffer OFFER =
            AssociationOffer.NONE.with(MODEL, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);

    private static Attributes match(int number) {
        Attributes match = Instances.studyKeys();
        match.setInt(Tag.InstanceNumber, VR.IS, number);
        return match;
    }

    @Test
    void matchesShouldComeInOrderAndTheIdentifierArriveAsItWasSent() throws IOException {
        List<Attributes> identifiers = new ArrayList<>();
        FindProvider provider = operation -> {
            identifiers.add(operation.identifier());
            return IntStream.range(0, 500).mapToObj(FindTest::match);
        };
        try (Loopback loopback = new Loopback();
                ServiceUser user = loopback.connect(loopback.serve(ServiceProviders.ECHO.withFind(provider)), OFFER);
                FindResults results = user.find(MODEL, Instances.studyKeys())) {
            for (int number = 0; number < 500; number++) {
                assertEquals(Optional.of(match(number)), results.next());
            }
            assertEquals(Optional.empty(), results.next());
            assertEquals(DimseOutcome.SUCCESS, results.outcome());
        }
        assertEquals(List.of(Instances.studyKeys()), identifiers);
    }

    @Test
    void cancelShouldStopAnEndlessQueryAndCloseItsStream() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        FindProvider endless = operation ->
                IntStream.iterate(0, i -> i + 1).mapToObj(FindTest::match).onClose(closed::countDown);
        try (Loopback loopback = new Loopback();
                ServiceUser user = loopback.connect(loopback.serve(ServiceProviders.ECHO.withFind(endless)), OFFER)) {
            FindResults results = user.find(MODEL, Instances.studyKeys());
            assertTrue(results.next().isPresent());
            results.cancel();
            while (results.next().isPresent()) {
                // what was on its way
            }
            assertEquals(DimseStatus.CANCEL, results.outcome().status());
            assertTrue(closed.await(5, TimeUnit.SECONDS));
            try (FindResults again = user.find(MODEL, Instances.studyKeys())) {
                assertTrue(again.next().isPresent(), "the association goes on");
            }
        }
    }

    @Test
    void lostAssociationShouldStopAQuery() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        FindProvider endless = operation ->
                IntStream.iterate(0, i -> i + 1).mapToObj(FindTest::match).onClose(closed::countDown);
        try (Loopback loopback = new Loopback()) {
            ServiceUser user = loopback.connect(loopback.serve(ServiceProviders.ECHO.withFind(endless)), OFFER);
            assertTrue(user.find(MODEL, Instances.studyKeys()).next().isPresent());
            user.association().abort();
            assertTrue(closed.await(5, TimeUnit.SECONDS));
        }
    }

    @Test
    void userShouldBeAbleToLeaveInTheMidstOfMatches() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        FindProvider endless = operation ->
                IntStream.iterate(0, i -> i + 1).mapToObj(FindTest::match).onClose(closed::countDown);
        try (Loopback loopback = new Loopback()) {
            ServiceUser user = loopback.connect(loopback.serve(ServiceProviders.ECHO.withFind(endless)), OFFER);
            FindResults results = user.find(MODEL, Instances.studyKeys());
            assertTrue(results.next().isPresent());
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
                while (!results.isFull()) {
                    Thread.yield();
                }
            });
            user.close();
            assertTrue(closed.await(3, TimeUnit.SECONDS));
        }
    }

    @Test
    void matchesShouldBeMadeOnlyAsFastAsTheUserTakesThem() throws IOException {
        AtomicInteger made = new AtomicInteger();
        Attributes large = match(1);
        large.setString(Tag.StudyComments, VR.LT, "x".repeat(50_000));
        FindProvider provider = operation -> Stream.generate(() -> {
                    made.incrementAndGet();
                    return large;
                })
                .limit(20_000);
        try (Loopback loopback = new Loopback();
                ServiceUser user = loopback.connect(loopback.serve(ServiceProviders.ECHO.withFind(provider)), OFFER);
                FindResults results = user.find(MODEL, Instances.studyKeys())) {
            for (int i = 0; i < 10; i++) {
                assertTrue(results.next().isPresent());
            }
            assertTrue(made.get() < 5_000, made + " matches made for 10 taken");
        }
    }

    @Test
    void refusalsBeforeAndWithinTheMatchesShouldBeTheLastStatus() throws IOException {
        FindProvider refusing = operation -> {
            if (operation.identifier().contains(Tag.PatientName)) {
                throw new DimseRefusal(DimseStatus.NOT_AUTHORIZED, "not you");
            }
            return Stream.of(1, 2).map(number -> {
                if (number == 2) {
                    throw new DimseRefusal(DimseStatus.OUT_OF_RESOURCES, "too broad");
                }
                return match(number);
            });
        };
        try (Loopback loopback = new Loopback();
                ServiceUser user = loopback.connect(loopback.serve(ServiceProviders.ECHO.withFind(refusing)), OFFER)) {
            Attributes keys = Instances.studyKeys();
            try (FindResults results = user.find(MODEL, keys)) {
                assertTrue(results.next().isPresent());
                assertFalse(results.next().isPresent());
                assertEquals(DimseOutcome.of(DimseStatus.OUT_OF_RESOURCES, "too broad"), results.outcome());
            }
            keys.setNull(Tag.PatientName, VR.PN);
            try (FindResults results = user.find(MODEL, keys)) {
                assertFalse(results.next().isPresent());
                assertEquals(DimseOutcome.of(DimseStatus.NOT_AUTHORIZED, "not you"), results.outcome());
            }
        }
    }
}
