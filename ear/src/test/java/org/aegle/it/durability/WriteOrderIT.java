package org.aegle.it.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.List;
import java.util.function.Predicate;
import org.aegle.it.Aegle;
import org.aegle.it.TestDatabase;
import org.aegle.it.client.Dcmtk;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.StoredBlobs;
import org.aegle.it.client.TestStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The order in which one object is made durable, seen from outside: bytes synced, file renamed into its folder, folder
 * synced, rows committed, and only then answered.
 */
class WriteOrderIT {
    private static final String[] SYNC = {"fsync", "fdatasync"};
    private static final String[] RENAME = {"rename", "renameat", "renameat2"};
    private static final String[] SEND = {"write", "writev", "sendto", "sendmsg"};
    private static final String[] RECEIVE = {"read", "readv", "recvfrom", "recvmsg"};

    @TempDir
    private Path folder;

    @Test
    void webStoreShouldAnswerAfterAllIsDurable() throws Exception {
        TestStudy ct = TestStudy.smallCt(1);
        Dicomweb emr = Dicomweb.as("demo-emr");
        List<SystemCall> calls =
                traced(() -> assertEquals(200, emr.store(ct.objects()).status()));
        assertOrder(calls, ct, call -> call.contains("HTTP/1.1 200 "));
    }

    @Test
    void associationShouldAnswerAfterAllIsDurable() throws Exception {
        TestStudy ct = TestStudy.smallCt(1);
        List<String> files = Dcmtk.files(folder, ct.objects());
        List<SystemCall> calls = traced(() -> assertTrue(
                Dcmtk.call("storescu", "STORESCU", List.of(), files).has("Received Store Response (Success)")));
        // The command set of a C-STORE-RSP has the instance's UID: PS3.7 9.3.1.2.
        String uid = ct.sopInstanceUids().get(0);
        String port = ":" + Aegle.dicomPort() + "->";
        assertOrder(calls, ct, call -> call.contains(port) && call.contains(uid));
    }

    @Test
    void databaseShouldSyncEachCommit() throws Exception {
        try (Connection database = TestDatabase.open()) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
                try (ResultSet row = database.createStatement().executeQuery("show " + setting)) {
                    row.next();
                    assertEquals("on", row.getString(1), setting);
                }
            }
        }
    }

    private interface Store {
        void run() throws Exception;
    }

    private List<SystemCall> traced(Store store) throws Exception {
        long server = new AegleProcesses(Aegle.home()).server();
        Path file = folder.resolve("trace");
        SystemCallTrace trace = new SystemCallTrace(server, file);
        try (trace) {
            store.run();
        }
        return trace.calls();
    }

    private static void assertOrder(List<SystemCall> calls, TestStudy ct, Predicate<SystemCall> isAnswer)
            throws Exception {
        Path blob = StoredBlobs.ofStudy(ct.uid()).get(0);
        String staged = Aegle.home()
                .resolve("blobs/staging")
                .resolve(blob.getFileName())
                .toString();
        SystemCall written =
                last(calls, call -> call.is("write", "pwrite64") && call.file().equals(staged));
        SystemCall synced = first(calls, call -> call.is(SYNC) && call.file().equals(staged));
        SystemCall renamed =
                first(calls, call -> call.is(RENAME) && call.target().equals(blob.toString()));
        SystemCall folderSynced = first(
                calls,
                call -> renamed.isBefore(call)
                        && call.is(SYNC)
                        && call.file().equals(blob.getParent().toString()));
        SystemCall answered = first(calls, call -> call.is(SEND) && isAnswer.test(call));
        // The last before the answer: what could not be entered with its neighbours is entered alone.
        SystemCall rows = last(
                calls,
                call -> call.isBefore(answered)
                        && call.is(SEND)
                        && call.contains("->")
                        && call.contains(blob.getFileName().toString()));
        // PostgreSQL's CommandComplete, on the connection that the rows went by.
        String connection =
                rows.text().substring(rows.text().indexOf('<'), rows.text().indexOf("->"));
        SystemCall committed = first(
                calls,
                call -> rows.isBefore(call)
                        && call.is(RECEIVE)
                        && call.contains(connection)
                        && call.contains("COMMIT\\0"));

        assertInOrder(List.of(written, synced, renamed, folderSynced, rows, committed, answered));
    }

    private static void assertInOrder(List<SystemCall> calls) {
        for (int i = 1; i < calls.size(); i++) {
            SystemCall one = calls.get(i - 1);
            SystemCall next = calls.get(i);
            assertTrue(one.succeeded(), one::text);
            assertTrue(one.isBefore(next), () -> one.text() + "\nshould return before\n" + next.text());
        }
    }

    private static SystemCall first(List<SystemCall> calls, Predicate<SystemCall> wanted) {
        return calls.stream().filter(wanted).findFirst().orElseThrow(() -> missing(calls));
    }

    private static SystemCall last(List<SystemCall> calls, Predicate<SystemCall> wanted) {
        return calls.stream().filter(wanted).reduce((one, next) -> next).orElseThrow(() -> missing(calls));
    }

    private static AssertionError missing(List<SystemCall> calls) {
        return new AssertionError("A call that must be there is not among " + calls.size() + " calls:\n"
                + String.join(
                        "\n",
                        calls.stream()
                                .filter(call -> call.is(SYNC) || call.is(RENAME) || call.contains("COMMIT"))
                                .map(call -> call.begin() + "-" + call.end() + " " + call.text())
                                .toList()));
    }
}
