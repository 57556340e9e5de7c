package org.aegle.refusal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ejb.EJBException;
import jakarta.resource.ResourceException;
import jakarta.transaction.HeuristicMixedException;
import java.sql.SQLException;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutageTest {
    @ParameterizedTest
    @CsvSource({
        "08006, true",
        "08001, true",
        "57P01, true",
        "57P03, true",
        "53300, true",
        "23505, false",
        "40P01, false",
        "57014, false"
    })
    void stateShouldTellAnOutage(String state, boolean outage) {
        EJBException thrown = new EJBException(new IllegalStateException(new SQLException("away", state)));
        assertEquals(outage, Outage.of(thrown).isPresent());
    }

    @Test
    void poolWithoutConnectionsShouldBeAnOutage() {
        SQLException thrown = new SQLException(new ResourceException("IJ000453"));
        assertEquals("the database", Outage.of(thrown).orElseThrow().what());
    }

    @Test
    void commitWithoutAnAnswerShouldBeAnOutage() {
        HeuristicMixedException unknown = new HeuristicMixedException();
        unknown.addSuppressed(new XAException().initCause(new SQLException("cut off", "08006")));
        assertTrue(Outage.of(new EJBException(unknown)).isPresent());
    }

    @Test
    void faultOfOursShouldBeNone() {
        assertEquals(
                true, Outage.of(new EJBException(new NullPointerException())).isEmpty());
    }
}
