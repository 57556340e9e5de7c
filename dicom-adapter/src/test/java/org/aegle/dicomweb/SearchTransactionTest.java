package org.aegle.dicomweb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.aegle.dicom.data.Tag;
import org.aegle.refusal.Invalid;
import org.aegle.search.Match;
import org.aegle.search.Restriction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTransactionTest {
    @ParameterizedTest
    @CsvSource({
        "StudyDate, 20260101-20260131, 'Between[low=2026-01-01, high=2026-01-31]'",
        "StudyDate, -20260131, 'Between[low=, high=2026-01-31]'",
        "00080020, 20260101, 'Exactly[values=[2026-01-01]]'",
        "StudyTime, 1015, 'Between[low=101500.000000, high=101559.999999]'",
        "StudyTime, 10-1130, 'Between[low=100000.000000, high=113059.999999]'",
        "PatientName, Bench*, 'Wildcard[pattern=Bench*]'",
        "PatientName, 'Bench^Anna^^', 'Exactly[values=[Bench^Anna]]'",
        "PatientSex, F, 'Exactly[values=[female]]'",
        "StudyInstanceUID, '1.2,1.3', 'Exactly[values=[1.2, 1.3]]'",
        "RequestAttributesSequence.RequestedProcedureID, R?, 'Wildcard[pattern=R?]'",
        "00400275.00400009, S1, 'Exactly[values=[S1]]'"
    })
    void valuesShouldMatchAsTheirRepresentationSays(String name, String value, String match) {
        Restriction.Criterion criterion = (Restriction.Criterion)
                parse(name, value).request().restrictions().get(0);
        assertEquals(match, criterion.match().toString());
    }

    @Test
    void emptyValueShouldMatchEverythingAndAskTheAttributeBack() {
        SearchTransaction search = parse("PatientComments", "");
        assertEquals(List.of(), search.request().restrictions());
        assertTrue(search.included().contains(Tag.PatientComments));
    }

    @Test
    void severalValuesShouldMeanAnyOfThem() {
        assertEquals(
                new Restriction.AnyOf(List.of(
                        Restriction.where("Modality", Match.is("CT")),
                        Restriction.where("Modality", new Match.Wildcard("M*")))),
                parse("Modality", "CT,M*").request().restrictions().get(0));
    }

    @ParameterizedTest
    @CsvSource({
        "StudyDate, 2026-01-01-05",
        "StudyDate, 20260231",
        "StudyTime, 1x",
        "NoSuchKeyword, 1",
        "limit, -1",
        "limit, ten",
        "includefield, NoSuchKeyword"
    })
    void whatCannotBeMeantShouldBeRefused(String name, String value) {
        assertThrows(Invalid.class, () -> parse(name, value));
    }

    private static SearchTransaction parse(String name, String value) {
        MultivaluedMap<String, String> query = new MultivaluedHashMap<>();
        query.add(name, value);
        return SearchTransaction.parse(query);
    }
}
