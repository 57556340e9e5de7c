package org.aegle.dicom.cli;

import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.aegle.dicom.image.DecompressingTranscoder;
import org.aegle.dicom.io.Transcoder;
import org.aegle.dicom.network.AssociationLimits;
import org.aegle.dicom.network.TlsProfile;
import org.aegle.dicom.network.Transport;
import org.aegle.dicom.network.service.AssociationOffer;
import org.aegle.dicom.network.service.DicomClient;
import org.aegle.dicom.network.service.NativeTranscoder;
import org.aegle.dicom.network.service.RemoteEntity;
import org.aegle.dicom.network.service.ServiceProviders;
import org.aegle.dicom.network.service.ServiceUser;

/** Opens the association that the arguments of a command tell. */
final class Peers {
    private static final Pattern PEER = Pattern.compile("([^@]{1,16})@(\\[[^]]+]|[^:\\[\\]]+):(\\d{1,5})");
    private static final int HIGHEST_PORT = 65535;

    private static final Transcoder TRANSCODER = new DecompressingTranscoder(new NativeTranscoder());

    private Peers() {}

    /** Makes what a receiver takes of what it does not take as it is. */
    static Transcoder transcoder() {
        return TRANSCODER;
    }

    /** What is done with an association. */
    interface Use {
        int with(ServiceUser user) throws IOException;
    }

    static int use(Arguments arguments, AssociationOffer offer, ServiceProviders providers, Use use)
            throws IOException {
        RemoteEntity remote = remote(arguments);
        try (DicomClient client = new DicomClient(AssociationLimits.DEFAULT, TRANSCODER);
                ServiceUser user = client.connect(callingAeTitle(arguments), remote, offer, providers)) {
            return use.with(user);
        }
    }

    private static String callingAeTitle(Arguments arguments) {
        String title = arguments.get("-t", "AEGLE");
        if (title.isBlank() || title.length() > 16) {
            throw new UsageException("An AE title has 1 to 16 characters");
        }
        return title;
    }

    private static RemoteEntity remote(Arguments arguments) throws IOException {
        String text = arguments.first("PEER");
        Matcher matcher = PEER.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(3)) > HIGHEST_PORT) {
            throw new UsageException("PEER is AETITLE@HOST:PORT, not " + text);
        }
        return new RemoteEntity(
                matcher.group(1), matcher.group(2), Integer.parseInt(matcher.group(3)), transport(arguments));
    }

    private static Transport transport(Arguments arguments) throws IOException {
        if (!arguments.has("--tls")) {
            return Transport.plain();
        }
        try {
            return Transport.tls(SSLContext.getDefault(), TlsProfile.BCP_195);
        } catch (NoSuchAlgorithmException e) {
            throw new IOException("The keys of javax.net.ssl.keyStore or trustStore cannot be used", e);
        }
    }
}
