package org.aegle.dicom.network.pdu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.network.pdu.PresentationContextAnswer.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PduCodecTest {
    static final UserInformation EVERYTHING = new UserInformation(List.of(
            new MaximumLength(16384),
            new ImplementationClassUid("1.2.3.4"),
            new ImplementationVersionName("TEST_1"),
            new AsynchronousOperationsWindow(0, 65535),
            new RoleSelection(UID.CTImageStorage, false, true),
            new SopClassExtendedNegotiation(UID.StudyRootQueryRetrieveInformationModelFind, new byte[] {1, 0, 1}),
            new SopClassCommonExtendedNegotiation("1.2.5", "1.2.6", List.of("1.2.7", "1.2.8.9")),
            UserIdentity.ofPasscode("müller", "geheim", true)));

    static AssociateRequest request() {
        return new AssociateRequest(
                1,
                "CALLED",
                "CALLING_16_CHARS",
                UID.DICOMApplicationContext,
                List.of(
                        new ProposedPresentationContext(1, UID.Verification, List.of(UID.ImplicitVRLittleEndian)),
                        new ProposedPresentationContext(
                                255, UID.CTImageStorage, List.of(UID.ExplicitVRLittleEndian, UID.RLELossless))),
                EVERYTHING);
    }

    static List<Pdu> pdus() {
        return List.of(
                request(),
                new AssociateAccept(
                        1,
                        "CALLED",
                        "CALLING",
                        UID.DICOMApplicationContext,
                        List.of(
                                new PresentationContextAnswer(1, Result.ACCEPTANCE, UID.ImplicitVRLittleEndian),
                                new PresentationContextAnswer(
                                        3, Result.TRANSFER_SYNTAXES_NOT_SUPPORTED, UID.RLELossless)),
                        new UserInformation(
                                List.of(new MaximumLength(0), new UserIdentityResponse(new byte[] {1, 2, 3})))),
                AssociateReject.of(RejectReason.LOCAL_LIMIT_EXCEEDED),
                new DataTransfer(List.of(
                        new PresentationDataValue(1, true, true, new byte[] {1, 2}),
                        new PresentationDataValue(3, false, false, new byte[0]),
                        new PresentationDataValue(3, false, true, new byte[1000]))),
                new ReleaseRequest(),
                new ReleaseResponse(),
                Abort.byProvider(AbortReason.UNEXPECTED_PDU),
                Abort.BY_USER);
    }

    private static byte[] body(byte[] pdu) {
        return Arrays.copyOfRange(pdu, 6, pdu.length);
    }

    @ParameterizedTest
    @MethodSource("pdus")
    void everyPduShouldComeBackAsItWas(Pdu pdu) throws PduException {
        byte[] bytes = PduEncoder.encode(pdu);
        assertEquals(pdu.type().code(), bytes[0]);
        assertEquals(pdu, PduDecoder.decode(pdu.type(), body(bytes)));
    }

    @Test
    void abortShouldLieInTheStreamAsTheStandardDrawsIt() {
        assertArrayEquals(
                HexFormat.of().parseHex("07000000000400000202"),
                PduEncoder.encode(Abort.byProvider(AbortReason.UNEXPECTED_PDU)));
    }

    @Test
    void requestShouldBeginAsTheStandardDrawsIt() {
        byte[] pdu = PduEncoder.encode(new AssociateRequest(
                1, "AB", "C", "1.2", List.of(), new UserInformation(List.of(new MaximumLength(0x01020304)))));
        String fixed = "0100" + "00000057" + "0001" + "0000" + "4142" + "20".repeat(14) + "43" + "20".repeat(15)
                + "00".repeat(32);
        assertEquals(
                fixed + "10000003312e32" + "500000085100000401020304",
                HexFormat.of().formatHex(pdu));
    }

    @Test
    void itemsThatTheStandardDoesNotDefineShouldBeIgnored() throws PduException {
        byte[] known = body(PduEncoder.encode(request()));
        byte[] more = Arrays.copyOf(known, known.length + 6);
        System.arraycopy(HexFormat.of().parseHex("7f000002abcd"), 0, more, known.length, 6);
        assertEquals(request(), PduDecoder.decode(PduType.ASSOCIATE_REQUEST, more));
    }

    @Test
    void everyPrefixOfARequestShouldBeRefusedOrShorterButNeverFailOtherwise() {
        byte[] body = body(PduEncoder.encode(request()));
        for (int length = 0; length < body.length; length++) {
            try {
                PduDecoder.decode(PduType.ASSOCIATE_REQUEST, Arrays.copyOf(body, length));
            } catch (PduException e) {
                assertEquals(AbortReason.INVALID_PDU_PARAMETER_VALUE, e.reason());
            }
        }
    }

    @Test
    void changedBytesShouldGiveAPduOrAPduExceptionOnly() {
        Random random = new Random(3);
        for (Pdu pdu : pdus()) {
            byte[] body = body(PduEncoder.encode(pdu));
            for (int run = 0; run < 3000 && body.length > 0; run++) {
                byte[] changed = body.clone();
                for (int i = random.nextInt(4); i >= 0; i--) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
                }
                try {
                    PduDecoder.decode(pdu.type(), changed);
                } catch (PduException e) {
                    assertEquals(AbortReason.INVALID_PDU_PARAMETER_VALUE, e.reason());
                }
            }
        }
    }

    @Test
    void evenAndRepeatedContextIdsShouldBeInvalid() {
        for (int second : new int[] {1, 2}) {
            AssociateRequest request = new AssociateRequest(
                    1,
                    "A",
                    "B",
                    UID.DICOMApplicationContext,
                    List.of(
                            new ProposedPresentationContext(1, "1.2", List.of("1.3")),
                            new ProposedPresentationContext(second, "1.2", List.of("1.3"))),
                    EVERYTHING);
            byte[] body = body(PduEncoder.encode(request));
            assertThrows(PduException.class, () -> PduDecoder.decode(PduType.ASSOCIATE_REQUEST, body));
        }
    }

    @Test
    void whatDoesNotFitItsFieldShouldNotBeSent() {
        AssociateRequest longTitle = new AssociateRequest(1, "A".repeat(17), "B", "1.2", List.of(), EVERYTHING);
        assertThrows(IllegalArgumentException.class, () -> PduEncoder.encode(longTitle));
        UserInformation longIdentity =
                new UserInformation(List.of(new UserIdentity(UserIdentity.SAML, false, new byte[65536], new byte[0])));
        AssociateRequest request = new AssociateRequest(1, "A", "B", "1.2", List.of(), longIdentity);
        assertThrows(IllegalArgumentException.class, () -> PduEncoder.encode(request));
    }
}
