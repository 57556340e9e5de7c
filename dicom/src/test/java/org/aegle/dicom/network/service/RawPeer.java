package org.aegle.dicom.network.service;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.HexFormat;
import java.util.List;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.network.pdu.AssociateRequest;
import org.aegle.dicom.network.pdu.MaximumLength;
import org.aegle.dicom.network.pdu.Pdu;
import org.aegle.dicom.network.pdu.PduDecoder;
import org.aegle.dicom.network.pdu.PduEncoder;
import org.aegle.dicom.network.pdu.PduType;
import org.aegle.dicom.network.pdu.ProposedPresentationContext;
import org.aegle.dicom.network.pdu.UserInformation;

/** A peer that sends what it likes. */
final class RawPeer implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;
    private final DataInputStream in;

    RawPeer(RemoteEntity remote) throws IOException {
        this(new Socket(InetAddress.getLoopbackAddress(), remote.port()));
    }

    RawPeer(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        in = new DataInputStream(socket.getInputStream());
    }

    static AssociateRequest request(int version, String applicationContext) {
        return new AssociateRequest(
                version,
                "AEGLE",
                "RAW",
                applicationContext,
                List.of(
                        new ProposedPresentationContext(1, UID.Verification, List.of(UID.ImplicitVRLittleEndian)),
                        new ProposedPresentationContext(3, UID.CTImageStorage, List.of(UID.ImplicitVRLittleEndian))),
                new UserInformation(List.of(new MaximumLength(16384))));
    }

    /** Establishes an association with C-ECHO in context 1 and CT storage in context 3. */
    RawPeer associate() throws IOException {
        send(PduEncoder.encode(request(1, UID.DICOMApplicationContext)));
        if (receive().type() != PduType.ASSOCIATE_ACCEPT) {
            throw new AssertionError("not accepted");
        }
        return this;
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    void sendHex(String hex) throws IOException {
        send(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    Pdu receive() throws IOException {
        PduType type = PduType.find(in.readUnsignedByte()).orElseThrow();
        in.readByte();
        return PduDecoder.decode(type, in.readNBytes(in.readInt()));
    }

    /** Whether the other side closes, before anything else comes. */
    boolean isClosed() throws IOException {
        try {
            return in.read() < 0;
        } catch (SocketException e) {
            return true; // reset
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
