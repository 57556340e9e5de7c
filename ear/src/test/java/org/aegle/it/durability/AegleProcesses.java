package org.aegle.it.durability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The processes of an Aegle, as its home tells of them, and their sudden ends. */
final class AegleProcesses {
    private static final long SECONDS = 120;

    private final Path home;

    AegleProcesses(Path home) {
        this.home = home;
    }

    /** The application server's Java. */
    long server() throws IOException {
        return number(home.resolve("server/server.pid"));
    }

    void killServer() throws IOException, InterruptedException {
        kill(List.of(server()));
    }

    void killDatabase() throws IOException, InterruptedException {
        kill(database());
    }

    /** All of them, with the command that started them. */
    List<Long> all(ProcessHandle command) throws IOException {
        List<Long> all = new ArrayList<>(List.of(command.pid(), server()));
        all.addAll(database());
        return all;
    }

    /** SIGKILL for all of these, and waits until they are gone. */
    static void kill(List<Long> processes) throws IOException, InterruptedException {
        List<ProcessHandle> handles = processes.stream()
                .map(ProcessHandle::of)
                .flatMap(Optional::stream)
                .toList();
        List<String> line = new ArrayList<>(List.of("kill", "-KILL"));
        processes.forEach(pid -> line.add(pid.toString()));
        new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        handles.forEach(
                handle -> handle.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).join());
    }

    /** PostgreSQL's first process and all that it started until now. */
    private List<Long> database() throws IOException {
        long first = number(home.resolve("db/postmaster.pid"));
        Stream<Long> children = ProcessHandle.of(first).stream()
                .flatMap(ProcessHandle::children)
                .map(ProcessHandle::pid);
        return Stream.concat(Stream.of(first), children).toList();
    }

    private static long number(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return Long.parseLong(lines.findFirst().orElseThrow().strip());
        }
    }
}
