package org.aegle.dicom.network.dimse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DimseMessageTest {
    private static final String CT = UID.CTImageStorage;
    private static final DimseOutcome FAILED = new DimseOutcome(
            DimseStatus.CANNOT_UNDERSTAND, "no Patient ID", List.of(Tag.PatientID, Tag.StudyInstanceUID));
    private static final Suboperations COUNTS = new Suboperations(3, 4, 1, 2);

    static List<DimseMessage> messages() {
        return List.of(
                new CEchoRequest(1, UID.Verification),
                new CEchoResponse(1, UID.Verification, DimseOutcome.SUCCESS),
                new CStoreRequest(65535, CT, Priority.HIGH, "1.2.3", MoveOriginator.NONE),
                new CStoreRequest(2, CT, Priority.LOW, "1.2.3", new MoveOriginator("MOVER", 77)),
                new CStoreResponse(2, CT, "1.2.3", FAILED),
                new CFindRequest(3, CT, Priority.MEDIUM),
                new CFindResponse(3, CT, DimseOutcome.of(DimseStatus.PENDING), true),
                new CMoveRequest(4, CT, Priority.MEDIUM, "DEST"),
                new CMoveResponse(4, CT, DimseOutcome.of(DimseStatus.PENDING), COUNTS, false),
                new CGetRequest(5, CT, Priority.MEDIUM),
                new CGetResponse(5, CT, DimseOutcome.of(DimseStatus.CANCEL), COUNTS, true),
                new CCancelRequest(5),
                new NEventReportRequest(6, CT, "1.2", 2, true),
                new NEventReportResponse(6, CT, "1.2", 2, DimseOutcome.SUCCESS, false),
                new NGetRequest(7, CT, "1.2", List.of(Tag.PatientName, Tag.PixelData, 0xFFFFFFFE)),
                new NGetResponse(7, CT, "1.2", DimseOutcome.SUCCESS, true),
                new NSetRequest(8, CT, "1.2"),
                new NSetResponse(8, CT, "1.2", DimseOutcome.of(DimseStatus.ATTRIBUTE_LIST_ERROR), false),
                new NActionRequest(9, CT, "1.2", 1, true),
                new NActionResponse(9, CT, "1.2", 1, DimseOutcome.SUCCESS, false),
                new NCreateRequest(10, CT, "", true),
                new NCreateResponse(10, CT, "1.2.9", DimseOutcome.SUCCESS, false),
                new NDeleteRequest(11, CT, "1.2"),
                new NDeleteResponse(11, CT, "1.2", DimseOutcome.of(DimseStatus.NO_SUCH_SOP_INSTANCE)));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyMessageShouldComeBackAsItWas(DimseMessage message) throws IOException {
        byte[] bytes = message.toCommandSet().encode();
        assertEquals(message, DimseMessage.of(CommandSet.decode(new ByteArrayInputStream(bytes))));
    }

    @Test
    void everyCommandFieldShouldHaveAMessage() throws IOException {
        Set<CommandField> seen = new HashSet<>();
        for (DimseMessage message : messages()) {
            seen.add(message.toCommandSet().field());
        }
        assertEquals(Set.of(CommandField.values()), seen);
    }

    @Test
    void commandSetShouldBeImplicitLittleEndianWithItsGroupLength() {
        byte[] bytes = new CEchoRequest(7, UID.Verification).toCommandSet().encode();
        String uid = HexFormat.of()
                .formatHex((UID.Verification + "\0").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertEquals(
                "00000000" + "04000000" + "38000000"
                        + "00000200" + "12000000" + uid
                        + "00000001" + "02000000" + "3000"
                        + "00001001" + "02000000" + "0700"
                        + "00000008" + "02000000" + "0101",
                HexFormat.of().formatHex(bytes));
    }

    @Test
    void brokenCommandSetsShouldBeRefused() {
        byte[] noField = HexFormat.of().parseHex("000010010200000007000000");
        assertThrows(
                CommandSetException.class, () -> DimseMessage.of(CommandSet.decode(new ByteArrayInputStream(noField))));
        byte[] noMessageId = CommandSet.of(CommandField.C_STORE_RQ, true).encode();
        assertThrows(
                CommandSetException.class,
                () -> DimseMessage.of(CommandSet.decode(new ByteArrayInputStream(noMessageId))));
        byte[] hugeLength = HexFormat.of().parseHex("00000200ffffff7f3131");
        assertThrows(CommandSetException.class, () -> CommandSet.decode(new ByteArrayInputStream(hugeLength)));
        byte[] tooLong = new byte[300 << 10];
        assertThrows(CommandSetException.class, () -> CommandSet.decode(new ByteArrayInputStream(tooLong)));
    }

    @Test
    void statusShouldBeOneOfTheClassesOfAnnexC() {
        assertTrue(DimseStatus.SUCCESS.isSuccess());
        assertTrue(DimseStatus.PENDING_OPTIONAL_KEYS_NOT_SUPPORTED.isPending());
        assertTrue(DimseStatus.CANCEL.isCancel());
        assertTrue(DimseStatus.ELEMENTS_DISCARDED.isWarning());
        assertTrue(DimseStatus.ATTRIBUTE_LIST_ERROR.isWarning());
        for (int code : new int[] {0x0110, 0x0122, 0x0211, 0xA700, 0xA801, 0xA900, 0xC000, 0xCFFF}) {
            assertTrue(new DimseStatus(code).isFailure(), Integer.toHexString(code));
        }
        assertEquals("A700H", DimseStatus.OUT_OF_RESOURCES.toString());
    }

    @Test
    void errorCommentShouldFitItsElement() {
        assertEquals(
                64,
                DimseOutcome.of(DimseStatus.PROCESSING_FAILURE, "x".repeat(200))
                        .errorComment()
                        .length());
    }
}
