package org.aegle.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.aegle.refusal.Conflict;
import org.aegle.refusal.Invalid;
import org.aegle.refusal.NotFound;
import org.aegle.refusal.NotPermitted;
import org.aegle.refusal.NotSupported;
import org.aegle.refusal.Refusal;
import org.aegle.refusal.TooLarge;
import org.aegle.refusal.Unavailable;
import org.junit.jupiter.api.Test;

class RefusalMappingTest {
    private static final List<Refusal> ONE_OF_EACH = List.of(
            new NotFound("Patient", "1"),
            new NotPermitted("READ_PATIENT"),
            new Invalid("name", "must be there"),
            new Conflict(Conflict.Reason.STALE_VERSION, "2"),
            new TooLarge("an upload, in bytes", 1),
            new Unavailable("storage"),
            new NotSupported("video"));

    @Test
    void everyKindOfRefusalShouldHaveAStatus() {
        Set<Class<?>> tried = ONE_OF_EACH.stream().map(Object::getClass).collect(Collectors.toSet());
        assertEquals(Set.copyOf(Arrays.asList(Refusal.class.getPermittedSubclasses())), tried);
        ONE_OF_EACH.forEach(refusal -> assertTrue(FacesMessages.status(refusal) >= 400, refusal.toString()));
    }

    @Test
    void absentAndForbiddenShouldDifferOnlyWhereTheRoleIsTheReason() {
        assertEquals(404, FacesMessages.status(new NotFound("Patient", "1")));
        assertEquals(403, FacesMessages.status(new NotPermitted("READ_AUDIT")));
    }
}
