package org.aegle.access;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.aegle.dicom.network.TlsProfile;
import org.aegle.dicom.network.TlsProfile.ClientCertificate;
import org.aegle.dicom.network.Transport;
import org.aegle.refusal.Unavailable;
import org.aegle.settings.DicomTls;
import org.aegle.settings.Settings;
import org.aegle.settings.TlsContext;

/** TCP or TLS for associations, with the keys of the settings. PS3.15 B.12: BCP 195. */
@Singleton
@PermitAll
@Lock(LockType.READ)
public class EntityTransports {
    @Inject
    private Settings settings;

    private Transport listening;
    private Transport calling;

    /** Says what is wrong with the files when they cannot be used. */
    @PostConstruct
    void open() {
        settings.dicom().tls().ifPresent(this::open);
    }

    private void open(DicomTls tls) {
        SSLContext context = TlsContext.of(tls);
        ClientCertificate demand = tls.trusted().isPresent() ? ClientCertificate.NEEDED : ClientCertificate.NONE;
        listening = Transport.tls(context, TlsProfile.BCP_195.with(demand));
        calling = Transport.tls(context, TlsProfile.BCP_195);
    }

    /** For the TLS port; empty without a key store. */
    public Optional<Transport> listening() {
        return Optional.ofNullable(listening);
    }

    /** For calling an entity; refuses with {@link Unavailable} TLS where there is no key store. */
    public Transport calling(boolean tls) {
        if (!tls) {
            return Transport.plain();
        }
        if (calling == null) {
            throw new Unavailable("TLS for DICOM");
        }
        return calling;
    }
}
