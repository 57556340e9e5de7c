package org.aegle.dicom.network.service;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.network.Transport;
import org.aegle.dicom.network.dimse.DimseStatus;
import org.aegle.dicom.network.dimse.Suboperations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orthanc and we, both directions. */
class OrthancTest {
    private static final TransferSyntax EXPLICIT = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
    private static final String FIND = UID.StudyRootQueryRetrieveInformationModelFind;
    private static final String MOVE = UID.StudyRootQueryRetrieveInformationModelMove;
    private static final String GET = UID.StudyRootQueryRetrieveInformationModelGet;

    @TempDir
    private Path folder;

    private final MemoryStore store = new MemoryStore();
    private final HttpClient http = HttpClient.newHttpClient();
    private Loopback loopback;
    private Tool.Server orthanc;
    private RemoteEntity remote;
    private int httpPort;

    @BeforeEach
    void start() throws Exception {
        loopback = new Loopback();
        FindProvider find = operation -> {
            Attributes match = Instances.studyKeys();
            match.setString(Tag.PatientName, VR.PN, "Lovelace^Ada");
            return Stream.of(match);
        };
        int aeglePort = loopback.serve(ServiceProviders.ECHO.withStore(store).withFind(find))
                .port();
        httpPort = Tool.freePort();
        int port = Tool.freePort();
        Path configuration = folder.resolve("orthanc.json");
        Files.writeString(
                configuration,
                """
                {"Name": "Orthanc", "DicomAet": "ORTHANC", "DicomPort": %d, "HttpPort": %d,
                 "StorageDirectory": "%s", "IndexDirectory": "%s",
                 "RemoteAccessAllowed": false, "AuthenticationEnabled": false, "DicomCheckCalledAet": true,
                 "DicomAlwaysAllowMove": true, "DicomAlwaysAllowFind": true, "DicomAlwaysAllowGet": true,
                 "SynchronousCMove": true,
                 "DicomModalities": {"aegle": ["AEGLE", "127.0.0.1", %d]}, "Plugins": []}
                """
                        .formatted(port, httpPort, folder.resolve("files"), folder.resolve("files"), aeglePort));
        orthanc = Tool.start(port, folder.resolve("orthanc.log"), program(), configuration.toString());
        remote = new RemoteEntity("ORTHANC", "127.0.0.1", port, Transport.plain());
    }

    /** Debian puts it where the path of an ordinary user does not lead. */
    private static String program() {
        Path debian = Path.of("/usr/sbin/Orthanc");
        return Files.isExecutable(debian) ? debian.toString() : "Orthanc";
    }

    @AfterEach
    void stop() {
        orthanc.close();
        loopback.close();
    }

    private String post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(200, response.statusCode(), path + ": " + response.body());
        return response.body();
    }

    private void fill(int count) throws IOException {
        try (ServiceUser user =
                loopback.client.connect("AEGLE", remote, AssociationOffer.NONE.with(UID.CTImageStorage, EXPLICIT))) {
            for (OutgoingInstance instance : Instances.outgoing(count)) {
                assertEquals(DimseStatus.SUCCESS, user.store(instance).outcome().status());
            }
        }
    }

    private void assertStored(int count) {
        assertEquals(count, store.stored().size());
        for (int number = 1; number <= count; number++) {
            assertArrayEquals(
                    Instances.encode(Instances.ct(number), EXPLICIT),
                    store.stored().get("2.25.100.1." + number).explicit());
        }
    }

    @Test
    void weShouldStoreFindMoveAndGet() throws Exception {
        fill(3);
        AssociationOffer offer = AssociationOffer.NONE
                .with(UID.Verification, EXPLICIT)
                .with(FIND, EXPLICIT)
                .with(MOVE, EXPLICIT)
                .with(GET, EXPLICIT)
                .withStorageScp(List.of(UID.CTImageStorage), List.of(EXPLICIT));
        MemoryStore got = new MemoryStore();
        try (ServiceUser user = loopback.client.connect("AEGLE", remote, offer, ServiceProviders.ECHO.withStore(got))) {
            assertTrue(user.echo().status().isSuccess());
            Attributes keys = Instances.studyKeys();
            keys.setNull(Tag.PatientName, VR.PN);
            try (FindResults results = user.find(FIND, keys)) {
                assertEquals(
                        Optional.of("Lovelace^Ada"), results.next().map(match -> match.getString(Tag.PatientName)));
                assertEquals(Optional.empty(), results.next());
            }
            RetrieveResult moved = user.move(MOVE, "AEGLE", Instances.studyKeys(), RetrieveProgress.UNWATCHED);
            assertEquals(DimseStatus.SUCCESS, moved.outcome().status());
            assertEquals(new Suboperations(0, 3, 0, 0), moved.suboperations());
            RetrieveResult retrieved = user.get(GET, Instances.studyKeys(), RetrieveProgress.UNWATCHED);
            assertEquals(DimseStatus.SUCCESS, retrieved.outcome().status());
        }
        assertStored(3);
        assertEquals(3, got.stored().size());
    }

    @Test
    void orthancShouldEchoStoreAndFindHere() throws Exception {
        fill(2);
        post("/modalities/aegle/echo", "{}");
        String found = post("/tools/find", "{\"Level\": \"Study\", \"Query\": {\"PatientID\": \"AL-1815\"}}");
        String study = found.replaceAll("[^0-9a-f-]", "");
        post("/modalities/aegle/store", study);
        assertStored(2);
        String query = post("/modalities/aegle/query", "{\"Level\": \"Study\", \"Query\": {\"PatientName\": \"*\"}}");
        String id = query.replaceAll("(?s).*\"ID\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        HttpRequest answers = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + httpPort + "/queries/" + id + "/answers/0/content?simplify"))
                .build();
        String content =
                http.send(answers, HttpResponse.BodyHandlers.ofString()).body();
        assertTrue(content.contains("Lovelace^Ada"), content);
    }
}
