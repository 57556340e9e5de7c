package org.aegle.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.aegle.refusal.Invalid;
import org.aegle.refusal.NotSupported;
import org.junit.jupiter.api.Test;

class PredicatesTest {
    private static final String ITEM = "exists (select 1 from item c where c.of = t.id and {})";
    private static final SearchTable TABLE = SearchTable.of(
            "Thing",
            "thing t",
            "t.id",
            "t.owner",
            List.of(
                    SearchParameter.token("code", "c.code").within(ITEM),
                    SearchParameter.token("scheme", "c.scheme").within(ITEM),
                    SearchParameter.name("name", "fold(t.name)", "sounds(t.name)")),
            Map.of());

    @Test
    void criteriaOfOneItemShouldStandInOneSubselect() {
        SqlPredicate sql = of(new Restriction.OfOne(List.of(
                new Restriction.Criterion("code", Match.is("P1")),
                new Restriction.Criterion("scheme", Match.is("99L")))));

        assertEquals(
                "exists (select 1 from item c where c.of = t.id and (c.code in (?)) and (c.scheme in (?)))", sql.sql());
        assertEquals(List.of("P1", "99L"), sql.values());
    }

    @Test
    void eachWordOfANameShouldSoundLikeOrBeginOne() {
        SqlPredicate sql = of(Restriction.where("name", new Match.SoundsLike("Mei_er^Anna")));

        assertEquals(3, sql.sql().split("sounds\\(t\\.name\\) && sounds", -1).length - 1);
        assertEquals(3 * 6, sql.values().size());
        assertEquals("Anna", sql.values().get(17));
        assertEquals("%^Anna%", sql.values().get(13));
    }

    @Test
    void nameWithoutWordsShouldAskForNothing() {
        assertEquals(
                "(true)",
                of(Restriction.where("name", new Match.SoundsLike("^^"))).sql());
    }

    @Test
    void soundOfWhatIsNoNameShouldNotBeSupported() {
        assertThrows(NotSupported.class, () -> of(Restriction.where("code", new Match.SoundsLike("x"))));
    }

    @Test
    void unknownParameterShouldBeRefused() {
        assertThrows(Invalid.class, () -> of(Restriction.where("colour", Match.is("red"))));
    }

    private static SqlPredicate of(Restriction restriction) {
        return new Predicates(TABLE).of(restriction);
    }
}
