package org.aegle.it.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Stands between an Aegle and its PostgreSQL, and can lose the one message of which nobody knows whether what it answers
 * was done: that a transaction is committed.
 */
final class DatabaseProxy implements AutoCloseable {
    private static final int BLOCK = 64 << 10;

    private static final int LONGEST_MARK = 64;

    /** CommandComplete of a COMMIT, in PostgreSQL's protocol 3.0. */
    private static final String COMMITTED = "C\0\0\0\u000bCOMMIT\0";

    private final ServerSocket door;
    private final int database;
    private volatile String mark = "";
    private volatile CountDownLatch lost = new CountDownLatch(0);

    DatabaseProxy(int database) throws IOException {
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.database = database;
        start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** From now on: where a text goes to the database, the connection ends when the commit is answered, once. */
    void loseCommitOf(String text) {
        lost = new CountDownLatch(1);
        mark = text;
    }

    /** Whether an answer was lost. */
    boolean hasLost() throws InterruptedException {
        return lost.await(0, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                connect(door.accept());
            } catch (IOException closed) {
                return;
            }
        }
    }

    /** A database that is away is away for the server too. */
    private void connect(Socket server) throws IOException {
        try {
            Link link = new Link(server, new Socket(InetAddress.getLoopbackAddress(), database));
            start(link::carryQuestions);
            start(link::carryAnswers);
        } catch (IOException away) {
            server.close();
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "database-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    /** One connection of the server's and its counterpart. */
    private final class Link {
        private final Socket server;
        private final Socket database;
        private volatile boolean marked;

        Link(Socket server, Socket database) {
            this.server = server;
            this.database = database;
        }

        void carryQuestions() {
            carry(server, database, LONGEST_MARK, block -> {
                marked |= !mark.isEmpty() && block.contains(mark);
                return true;
            });
        }

        void carryAnswers() {
            carry(database, server, COMMITTED.length(), block -> {
                boolean loses = marked && block.contains(COMMITTED);
                if (loses) {
                    mark = "";
                    lost.countDown();
                }
                return !loses;
            });
        }

        /** @param longest characters of what the rule looks for, which may begin in one block and end in the next */
        private void carry(Socket from, Socket to, int longest, Rule rule) {
            byte[] block = new byte[BLOCK];
            String tail = "";
            try (from;
                    to) {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int count = in.read(block); count >= 0; count = in.read(block)) {
                    String text = tail + new String(block, 0, count, StandardCharsets.ISO_8859_1);
                    if (!rule.passes(text)) {
                        return;
                    }
                    tail = text.substring(Math.max(0, text.length() - longest + 1));
                    out.write(block, 0, count);
                }
            } catch (IOException ended) {
                // One of both has closed; the other side learns it now.
            }
        }
    }

    @FunctionalInterface
    private interface Rule {
        boolean passes(String text);
    }
}
