package org.aegle.dimse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import org.aegle.dicom.network.dimse.DimseOutcome;
import org.aegle.dicom.network.service.DimseRefusal;
import org.aegle.id.SopInstanceUid;
import org.aegle.imaging.arrival.ObjectIdentity;
import org.aegle.imaging.arrival.RefusalReason;
import org.aegle.imaging.arrival.StoreOutcome;
import org.aegle.refusal.Invalid;
import org.aegle.refusal.NotPermitted;
import org.aegle.refusal.NotSupported;
import org.aegle.refusal.Refusal;
import org.aegle.refusal.TooLarge;
import org.aegle.refusal.Unavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DimseStatusesTest {
    @ParameterizedTest
    @CsvSource({
        "NOT_DICOM, C000",
        "TRUNCATED, C000",
        "MALFORMED, C000",
        "OVER_LIMIT, C000",
        "UNSUPPORTED_TRANSFER_SYNTAX, C000",
        "MISSING_IDENTIFIER, A900",
        "NOT_STORABLE, 0122",
        "NOT_PERMITTED, 0124",
        "STUDY_DIFFERS, 0110",
        "CONTENT_DIFFERS, 0111",
        "PATIENT_DIFFERS, 0110",
        "SERIES_DIFFERS, 0110",
        "REJECTED, 0110",
        "NO_SPACE, A700"
    })
    void reasonShouldHaveTheStatusOfTheStandard(RefusalReason reason, String status) {
        DimseOutcome refused = DimseStatuses.of(new StoreOutcome.Refused(ObjectIdentity.UNKNOWN, reason, "detail"));

        assertEquals(status + "H", refused.status().toString());
    }

    @ParameterizedTest
    @CsvSource({"CONTENT_DIFFERS, 0111", "PATIENT_DIFFERS, B000", "SERIES_DIFFERS, B000"})
    void objectThatWaitsShouldBeAWarningUnlessItsUidIsTaken(RefusalReason reason, String status) {
        DimseOutcome waits = DimseStatuses.of(new StoreOutcome.SetAside(ObjectIdentity.UNKNOWN, reason, false));

        assertEquals(status + "H", waits.status().toString());
        assertTrue(waits.errorComment().length() < 64, waits.errorComment());
    }

    @ParameterizedTest
    @EnumSource(RefusalReason.class)
    void commentShouldFitWholeIntoItsElement(RefusalReason reason) {
        String comment = DimseStatuses.of(reason).errorComment();
        assertTrue(!comment.isEmpty() && comment.length() < 64, comment);
    }

    @Test
    void sameObjectAgainShouldBeASuccess() {
        assertEquals(DimseOutcome.SUCCESS, DimseStatuses.of(new StoreOutcome.Stored(ObjectIdentity.UNKNOWN)));
        assertEquals(DimseOutcome.SUCCESS, DimseStatuses.of(new StoreOutcome.AlreadyStored(ObjectIdentity.UNKNOWN)));
    }

    @Test
    void refusalsShouldBeToldByStatus() {
        assertStatus("0124H", new NotPermitted("STORE_INSTANCE"));
        assertStatus("A900H", new Invalid("StudyDate", "must be a day"));
        assertStatus("A700H", new Unavailable("space"));
        assertStatus("A700H", new TooLarge("matches", 10));
        assertStatus("C000H", new NotSupported("fuzzy matching"));
    }

    @Test
    void malformedUidAndMissingRoleShouldBeRefusalsToo() {
        RuntimeException malformed = null;
        try {
            new SopInstanceUid("1.02.x");
        } catch (RuntimeException e) {
            malformed = e;
        }
        assertEquals("A900H", status(DimseStatuses.refusal(malformed)));
        assertEquals("0124H", status(DimseStatuses.refusal(new EJBAccessException("no role"))));
    }

    @Test
    void faultShouldStayAFault() {
        RuntimeException fault = new EJBException("the database is gone");
        assertSame(fault, DimseStatuses.refusal(fault));
    }

    private static void assertStatus(String status, Refusal refusal) {
        assertEquals(status, status(DimseStatuses.refusal(refusal)));
    }

    private static String status(RuntimeException thrown) {
        return ((DimseRefusal) thrown).outcome().status().toString();
    }
}
