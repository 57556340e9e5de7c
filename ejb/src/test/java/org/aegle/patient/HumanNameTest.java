package org.aegle.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HumanNameTest {
    @Test
    void dicomFormShouldHaveNoTrailingDelimiters() {
        assertEquals("Brandt^Helena", HumanName.of("Brandt", "Helena").dicom());
        assertEquals("Brandt^Helena^Marie^Dr.", new HumanName("Brandt", "Helena Marie", "Dr.", "", "", "").dicom());
        assertEquals("Brandt", HumanName.of("Brandt", "").dicom());
    }

    @Test
    void otherScriptsShouldBeGroupsOfTheirOwn() {
        assertEquals(
                "Yamada^Tarou=山田^太郎=やまだ^たろう", new HumanName("Yamada", "Tarou", "", "", "山田^太郎", "やまだ^たろう").dicom());
    }

    @Test
    void aNameInItsOwnScriptAloneShouldStillBeShown() {
        assertEquals("山田 太郎", new HumanName("", "", "", "", "山田^太郎", "").display());
        assertEquals("Brandt, Helena", HumanName.of("Brandt", "Helena").display());
    }
}
