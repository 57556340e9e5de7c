package org.aegle.dimse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class OpenAssociationsTest {
    @Test
    void eachTitleShouldBeCountedForItself() {
        OpenAssociations open = new OpenAssociations();

        assertEquals(1, open.add("CT1"));
        assertEquals(2, open.add("CT1"));
        assertEquals(1, open.add("MR1"));
        open.remove("CT1");
        assertEquals(2, open.add("CT1"));
        open.remove("MR1");
        open.remove("MR1");
        assertEquals(1, open.add("MR1"));
    }
}
