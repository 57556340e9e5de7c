package org.aegle.dicomweb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.aegle.refusal.Invalid;
import org.aegle.refusal.NotSupported;
import org.junit.jupiter.api.Test;

class AcceptedTypesTest {
    @Test
    void nothingSaidShouldAcceptAnything() {
        assertTrue(accepted("").types().get(0).isAnything());
    }

    @Test
    void typesShouldComeByTheirQualityAndElseInTheirOrder() {
        assertEquals(
                List.of("image/jls", "image/png", "image/jpeg", "image/jp2"),
                names(accepted("image/jp2;q=0.1, image/jls, image/png, image/jpeg;q=0.9")));
    }

    @Test
    void parameterOfTheQueryShouldGoBeforeTheHeader() {
        assertEquals(
                List.of("application/dicom+json", "image/png"), names(accepted("image/png", "application/dicom+json")));
    }

    @Test
    void plusThatBecameASpaceShouldBeAPlusAgain() {
        assertEquals(
                "application/dicom+xml",
                names(accepted("", "application/dicom xml")).get(0));
    }

    @Test
    void commaWithinQuotesShouldPartNothing() {
        AcceptedTypes types = accepted("", "multipart/related; type=\"application/dicom\"; x=\"a,b\", image/png");

        assertEquals(List.of("application/dicom", "image/png"), names(types));
    }

    @Test
    void qualityOfNothingShouldAcceptNothing() {
        AcceptedTypes none = accepted("image/png;q=0");

        assertEquals(List.of(), none.types());
        assertThrows(NotSupported.class, () -> none.get(Optional::of, "image/png"));
    }

    @Test
    void nonsenseInTheQueryShouldBeInvalid() {
        assertThrows(Invalid.class, () -> accepted("", "nonsense"));
    }

    private static AcceptedTypes accepted(String header, String... query) {
        List<MediaType> types = header.isEmpty()
                ? List.of()
                : Arrays.stream(header.split(","))
                        .map(one -> MediaType.valueOf(one.strip()))
                        .toList();
        return AcceptedTypes.parse(types, List.of(query));
    }

    private static List<String> names(AcceptedTypes types) {
        return types.types().stream().map(AcceptedType::type).toList();
    }
}
