package org.aegle.dicomweb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Set;
import org.aegle.dicom.data.Tag;
import org.aegle.imaging.ImagingLevel;
import org.aegle.refusal.Invalid;
import org.aegle.refusal.TooLarge;
import org.aegle.search.Match;
import org.aegle.search.Restriction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTransactionTest {
    private final MultivaluedMap<String, String> query = new MultivaluedHashMap<>();

    @ParameterizedTest
    @CsvSource({
        "StudyDate, 20260101-20260131, 'Between[low=2026-01-01, high=2026-01-31]'",
        "StudyDate, -20260131, 'Between[low=, high=2026-01-31]'",
        "00080020, 20260101, 'Exactly[values=[2026-01-01]]'",
        "StudyTime, 1015, 'Between[low=101500.000000, high=101559.999999]'",
        "StudyTime, 10-1130, 'Between[low=100000.000000, high=113059.999999]'",
        "PatientName, Bench*, 'Wildcard[pattern=Bench*]'",
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

    @Test
    void nameShouldFitWhereOtherScriptsFollowIt() {
        assertEquals(
                List.of(new Restriction.AnyOf(List.of(
                        Restriction.where("PatientName", Match.is("Bench^Anna")),
                        Restriction.where("PatientName", new Match.Wildcard("Bench^Anna=*"))))),
                parse("PatientName", "Bench^Anna^^").request().restrictions());
    }

    @Test
    void nameShouldOnlyHaveToSoundAlikeWhenAskedSo() {
        query.add("fuzzymatching", "true");
        assertEquals(
                List.of(Restriction.where("PatientName", new Match.SoundsLike("Maier"))),
                parse("PatientName", "Maier").request().restrictions());
    }

    @Test
    void repeatedAttributeShouldMeanAnyOfItsValues() {
        query.add("StudyInstanceUID", "1.2");
        query.add("0020000D", "1.3,1.4");
        assertEquals(
                List.of(new Restriction.AnyOf(List.of(
                        Restriction.where("StudyInstanceUID", new Match.Exactly(List.of("1.3", "1.4"))),
                        Restriction.where("StudyInstanceUID", Match.is("1.2"))))),
                SearchTransaction.parse(ImagingLevel.STUDY, query).request().restrictions());
    }

    @Test
    void keysOfOneSequenceShouldBeSoughtInOneItem() {
        query.add("ProcedureCodeSequence.CodeValue", "P1");
        query.add("00081032.00080102", "99LOCAL");
        assertEquals(
                List.of(new Restriction.OfOne(List.of(
                        new Restriction.Criterion("ProcedureCodeSequence.CodingSchemeDesignator", Match.is("99LOCAL")),
                        new Restriction.Criterion("ProcedureCodeSequence.CodeValue", Match.is("P1"))))),
                SearchTransaction.parse(ImagingLevel.STUDY, query).request().restrictions());
    }

    @Test
    void rangesOfDaysAndTimesShouldBeOneRange() {
        query.add("StudyDate", "20260101-20260103");
        query.add("StudyTime", "10-1130");
        assertEquals(
                Set.of(
                        Restriction.where("StudyDate", new Match.Between("2026-01-01", "2026-01-03")),
                        Restriction.where(
                                "StudyDate+StudyTime",
                                new Match.Between("20260101100000.000000", "20260103113059.999999"))),
                Set.copyOf(SearchTransaction.parse(ImagingLevel.STUDY, query)
                        .request()
                        .restrictions()));
    }

    @Test
    void offsetBeyondReasonShouldBeTooLarge() {
        assertThrows(TooLarge.class, () -> parse("offset", "1000001"));
    }

    @ParameterizedTest
    @CsvSource({
        "StudyDate, 2026-01-01-05",
        "NumberOfStudyRelatedSeries, 1",
        "InstitutionCodeSequence.CodeValue, 1",
        "fuzzymatching, perhaps",
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

    private SearchTransaction parse(String name, String value) {
        query.add(name, value);
        return SearchTransaction.parse(ImagingLevel.INSTANCE, query);
    }
}
