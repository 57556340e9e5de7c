package org.aegle.dicom.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UpperLayerTransitionsTest {
    private static final int STATES = 13;
    private static final int EVENTS = 19;

    /** An independent copy of the table. */
    private static List<String[]> rows(String start) throws IOException {
        try (InputStream in = UpperLayerTransitionsTest.class.getResourceAsStream("table-9-10.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            return text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .filter(line -> line.startsWith("Evt") == start.equals("Evt"))
                    .map(line -> line.split(" +"))
                    .toList();
        }
    }

    private static String name(UpperLayerAction action) {
        return action.name().replace('_', '-');
    }

    private static String name(UpperLayerState state) {
        return "Sta" + (state.ordinal() + 1);
    }

    @Test
    void everyEventInEveryStateShouldCauseTheActionOfTable910() throws IOException {
        List<String[]> rows = rows("Evt");
        assertEquals(EVENTS, rows.size());
        assertEquals(EVENTS, UpperLayerEvent.values().length);
        assertEquals(STATES, UpperLayerState.values().length);
        for (int event = 0; event < EVENTS; event++) {
            for (int state = 0; state < STATES; state++) {
                Optional<UpperLayerAction> action = UpperLayerTransitions.standard()
                        .find(UpperLayerEvent.values()[event], UpperLayerState.values()[state]);
                String expected = rows.get(event)[state + 1];
                assertEquals(
                        expected,
                        action.map(UpperLayerTransitionsTest::name).orElse("-"),
                        "Evt" + (event + 1) + " in Sta" + (state + 1));
            }
        }
    }

    @Test
    void everyActionShouldLeadToTheStateOfTheStandard() throws IOException {
        List<String[]> rows = rows("A");
        assertEquals(UpperLayerAction.values().length, rows.size());
        for (String[] row : rows) {
            UpperLayerAction action = UpperLayerAction.valueOf(row[0].replace('-', '_'));
            assertEquals(row[1], name(action.next(true)), row[0]);
            assertEquals(row[row.length - 1], name(action.next(false)), row[0]);
        }
    }

    @Test
    void noActionShouldBeWithoutUse() {
        long used = Stream.of(UpperLayerEvent.values())
                .flatMap(event -> Stream.of(UpperLayerState.values())
                        .flatMap(state -> UpperLayerTransitions.standard().find(event, state).stream()))
                .distinct()
                .count();
        assertEquals(UpperLayerAction.values().length, used);
    }
}
