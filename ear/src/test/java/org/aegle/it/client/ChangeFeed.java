package org.aegle.it.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A reader of the change feed who remembers how far it came. */
public final class ChangeFeed {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Dicomweb client;
    private long last;

    private ChangeFeed(Dicomweb client, long last) {
        this.client = client;
        this.last = last;
    }

    /** From now on. */
    public static ChangeFeed fromHere(Dicomweb client) {
        ChangeFeed feed = new ChangeFeed(client, 0);
        while (!feed.next(1000).isEmpty()) {
            // Everything so far is passed over.
        }
        return feed;
    }

    public static ChangeFeed since(Dicomweb client, long number) {
        return new ChangeFeed(client, number);
    }

    /** The next changes. */
    public List<Entry> next(int limit) {
        HttpResponse<byte[]> answer = client.get("/changes?since=" + last + "&limit=" + limit);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(
                    answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        List<Entry> entries = new ArrayList<>();
        JsonNode page = read(answer.body());
        page.get("changes")
                .forEach(change -> entries.add(new Entry(
                        change.get("number").asLong(),
                        change.get("action").asText(),
                        change.get("StudyInstanceUID").asText(),
                        change.get("SOPInstanceUID").asText())));
        last = page.get("last").asLong();
        return entries;
    }

    /** Everything that is there now. */
    public List<Entry> rest() {
        List<Entry> all = new ArrayList<>();
        for (List<Entry> page = next(1000); !page.isEmpty(); page = next(1000)) {
            all.addAll(page);
        }
        return all;
    }

    public long last() {
        return last;
    }

    private static JsonNode read(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A change: its place, {@code stored}, {@code changed} or {@code deleted}, and what it was. */
    public record Entry(long number, String action, String study, String instance) {}
}
