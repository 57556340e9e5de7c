package org.aegle.it.durability;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes down the system calls of a running process that concern files and sockets, with strace. */
final class SystemCallTrace implements AutoCloseable {
    private static final String CALLS = "trace=fsync,fdatasync,rename,renameat,renameat2,link,linkat,"
            + "write,writev,pwrite64,sendto,sendmsg,read,readv,recvfrom,recvmsg";
    private static final Pattern LINE = Pattern.compile("(\\d+) +(.*)");
    private static final Pattern RESUMED = Pattern.compile("<\\.\\.\\. \\w+ resumed>(.*)");
    private static final String UNFINISHED = " <unfinished ...>";
    private static final long SECONDS = 120;

    private final Path trace;
    private final Process strace;

    /** Returns when every thread of the process is traced. */
    SystemCallTrace(long process, Path trace) throws IOException {
        this.trace = trace;
        this.strace = new ProcessBuilder(
                        "strace",
                        "-f",
                        "-yy",
                        "-s",
                        "65536",
                        "-e",
                        CALLS,
                        "-e",
                        "signal=none",
                        "-o",
                        trace.toString(),
                        "-p",
                        Long.toString(process))
                .redirectErrorStream(true)
                .start();
        // "Process 1234 attached with 77 threads"
        int sign;
        StringBuilder words = new StringBuilder();
        do {
            sign = strace.getInputStream().read();
            words.append((char) sign);
        } while (sign >= 0 && sign != '\n');
        if (!words.toString().contains("attached")) {
            throw new IllegalStateException("strace: " + words);
        }
    }

    /** Ends the trace; the process goes on. */
    @Override
    public void close() throws IOException {
        // By its handle: the process itself would close the stream that strace still writes its last words to.
        strace.toHandle().destroy();
        strace.getInputStream().transferTo(OutputStream.nullOutputStream());
        strace.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).join();
    }

    /** What was traced, in the order in which the calls returned. */
    List<SystemCall> calls() throws IOException {
        List<String> lines = Files.readAllLines(trace, StandardCharsets.ISO_8859_1);
        List<SystemCall> calls = new ArrayList<>();
        Map<String, SystemCall> begun = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher line = LINE.matcher(lines.get(i));
            if (!line.matches()) {
                continue;
            }
            String thread = line.group(1);
            String text = line.group(2);
            Matcher resumed = RESUMED.matcher(text);
            if (text.endsWith(UNFINISHED)) {
                begun.put(thread, new SystemCall(thread, text.replace(UNFINISHED, ""), i, -1));
            } else if (!resumed.matches()) {
                calls.add(new SystemCall(thread, text, i, i));
            } else if (begun.containsKey(thread)) {
                SystemCall first = begun.remove(thread);
                calls.add(new SystemCall(thread, first.text() + resumed.group(1), first.begin(), i));
            }
        }
        return calls;
    }
}
