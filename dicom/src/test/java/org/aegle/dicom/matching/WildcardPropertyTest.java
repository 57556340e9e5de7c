package org.aegle.dicom.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

/** A wildcard finds what the same pattern as a regular expression finds. PS3.4 C.2.2.2.4. */
class WildcardPropertyTest {
    @Property(tries = 3000, seed = "20261124")
    void keyShouldMatchLikeItsRegularExpression(
            @ForAll @StringLength(max = 8) @Chars({'a', 'b', '*', '?', '.'}) String key,
            @ForAll @StringLength(max = 10) @CharRange(from = 'a', to = 'b') String value) {
        Pattern same =
                Pattern.compile(key.replace(".", "\\.").replace("*", ".*").replace("?", "."));
        assertEquals(same.matcher(value).matches(), Wildcard.exact(key).matches(value));
    }
}
