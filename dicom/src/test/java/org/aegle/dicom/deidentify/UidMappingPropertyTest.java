package org.aegle.dicom.deidentify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.aegle.dicom.dictionary.UidDictionary;

/** PS3.5 9.1 and B.2, for any identifier and any project. */
class UidMappingPropertyTest {
    private static final String SEED = "20261124";

    @Provide
    Arbitrary<String> uids() {
        return Arbitraries.longs()
                .between(0, 999_999_999)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(parts -> "1.2." + parts.stream().map(Object::toString).collect(Collectors.joining(".")));
    }

    @Provide
    Arbitrary<ProjectKey> keys() {
        return Arbitraries.bytes().array(byte[].class).ofSize(ProjectKey.LENGTH).map(ProjectKey::new);
    }

    @Property(tries = 500, seed = SEED)
    void newValueShouldBeAnIdentifierAndAlwaysTheSame(@ForAll("uids") String uid, @ForAll("keys") ProjectKey key) {
        Assume.that(UidDictionary.standard().find(uid).isEmpty());
        String mapped = new UidMapping(key).map(uid);
        assertTrue(mapped.matches("2\\.25\\.[1-9][0-9]{0,38}"), mapped);
        assertEquals(mapped, new UidMapping(key).map(uid));
        assertNotEquals(uid, mapped);
    }

    @Property(tries = 500, seed = SEED)
    void differentIdentifiersAndProjectsShouldStayApart(
            @ForAll("uids") String one,
            @ForAll("uids") String other,
            @ForAll("keys") ProjectKey key,
            @ForAll("keys") ProjectKey otherKey) {
        Assume.that(!one.equals(other));
        UidMapping mapping = new UidMapping(key);
        assertNotEquals(mapping.map(one), mapping.map(other));
        Assume.that(!Arrays.equals(key.hash("test", ""), otherKey.hash("test", "")));
        Assume.that(UidDictionary.standard().find(one).isEmpty());
        assertNotEquals(mapping.map(one), new UidMapping(otherKey).map(one));
    }

    @Property(tries = 100, seed = SEED)
    void identifiersOfTheStandardShouldStay(@ForAll("standardUids") String uid, @ForAll("keys") ProjectKey key) {
        assertEquals(uid, new UidMapping(key).map(uid));
    }

    @Provide
    Arbitrary<String> standardUids() {
        return Arbitraries.of(List.of(
                "1.2.840.10008.1.1", "1.2.840.10008.1.2.1", "1.2.840.10008.5.1.4.1.1.2", "1.2.840.10008.15.1.1"));
    }
}
