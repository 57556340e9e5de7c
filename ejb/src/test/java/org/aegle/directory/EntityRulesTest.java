package org.aegle.directory;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.aegle.id.OrganizationId;
import org.aegle.refusal.Invalid;
import org.aegle.refusal.Violation;
import org.junit.jupiter.api.Test;

class EntityRulesTest {
    @Test
    void modalityThatOnlySendsShouldDo() {
        assertDoesNotThrow(() -> EntityRules.require(entity("CT 1", "10.0.0.0/8", "", "", 0, 0, 0)));
    }

    @Test
    void allThatIsWrongShouldBeToldAtOnce() {
        assertEquals(
                List.of("aeTitle", "port", "mostAssociations", "idleSeconds", "addresses", "certificate"),
                violations(entity("SEVENTEEN_LETTERS", "ct1.hospital", "no subject", "ct1", 0, 2000, 1)));
    }

    @Test
    void hostAndPortShouldComeTogether() {
        assertEquals(List.of("host"), violations(entity("CT1", "", "", "", 104, 0, 0)));
        assertEquals(List.of("port"), violations(entity("CT1", "", "", "ct1", -1, 0, 0)));
        assertEquals(List.of("aeTitle"), violations(entity("A\\B", "", "", "ct1", 104, 0, 0)));
    }

    private static List<String> violations(EntityDescription entity) {
        Invalid invalid = assertThrows(Invalid.class, () -> EntityRules.require(entity));
        return invalid.violations().stream().map(Violation::path).toList();
    }

    private static EntityDescription entity(
            String title, String addresses, String certificate, String host, int port, int most, int idle) {
        return new EntityDescription(
                title,
                "",
                new OrganizationId(1),
                true,
                addresses,
                certificate,
                Set.of(EntityService.STORE),
                host,
                port,
                false,
                false,
                most,
                idle);
    }
}
