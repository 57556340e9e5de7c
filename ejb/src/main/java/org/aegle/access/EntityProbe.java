package org.aegle.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.aegle.audit.AuditAction;
import org.aegle.audit.AuditEntry;
import org.aegle.audit.AuditOutcome;
import org.aegle.audit.AuditTrail;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.network.AssociationAbortedException;
import org.aegle.dicom.network.AssociationLimits;
import org.aegle.dicom.network.AssociationRejectedException;
import org.aegle.dicom.network.dimse.DimseOutcome;
import org.aegle.dicom.network.pdu.AssociateReject;
import org.aegle.dicom.network.pdu.RejectReason;
import org.aegle.dicom.network.service.AssociationOffer;
import org.aegle.dicom.network.service.DicomClient;
import org.aegle.dicom.network.service.NativeTranscoder;
import org.aegle.dicom.network.service.NotNegotiatedException;
import org.aegle.dicom.network.service.RemoteEntity;
import org.aegle.dicom.network.service.ServiceUser;
import org.aegle.directory.EntityDescription;
import org.aegle.directory.Role;
import org.aegle.refusal.Unavailable;
import org.aegle.settings.Settings;

/** Tries whether an application entity answers: C-ECHO as SCU. PS3.4 A. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed(Role.Names.ADMINISTRATOR)
public class EntityProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final AssociationOffer VERIFICATION = AssociationOffer.NONE.with(
            UID.Verification, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);

    @Inject
    private AccessPolicy policy;

    @Inject
    private EntityTransports transports;

    @Inject
    private Settings settings;

    @Inject
    private AuditTrail trail;

    /** Calls it as it is described, stored or not; waits seconds at most for each step. */
    public EchoOutcome echo(Caller caller, EntityDescription entity) {
        String basis = policy.require(caller, Activity.ADMINISTER);
        long start = System.nanoTime();
        Outcome outcome = echo(entity);
        trail.recordAlone(AuditEntry.of(AuditAction.READ, caller.agent(), basis)
                .on("ApplicationEntity", entity.aeTitle())
                .with("C-ECHO to " + entity.host() + ":" + entity.port() + ": " + outcome.kind() + " "
                        + outcome.detail())
                .ending(outcome.kind() == EchoOutcome.Kind.SUCCESS ? AuditOutcome.SUCCESS : AuditOutcome.FAILED));
        long milliseconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        return new EchoOutcome(outcome.kind(), outcome.detail(), milliseconds);
    }

    private record Outcome(EchoOutcome.Kind kind, String detail) {}

    private Outcome echo(EntityDescription entity) {
        if (entity.host().isEmpty() || entity.port() == 0) {
            return new Outcome(EchoOutcome.Kind.NOT_CONFIGURED, "");
        }
        AssociationLimits limits =
                AssociationLimits.DEFAULT.withArtimTimeout(PATIENCE).withResponseTimeout(PATIENCE);
        try (DicomClient client = new DicomClient(limits, new NativeTranscoder());
                ServiceUser user = client.connect(settings.dicom().aeTitle(), remote(entity), VERIFICATION)) {
            DimseOutcome answer = user.echo();
            return answer.status().isSuccess()
                    ? new Outcome(EchoOutcome.Kind.SUCCESS, "")
                    : new Outcome(EchoOutcome.Kind.FAILED, answer.status().toString());
        } catch (Unavailable e) {
            return new Outcome(EchoOutcome.Kind.NOT_CONFIGURED, "TLS");
        } catch (IOException e) {
            return outcome(e);
        }
    }

    private RemoteEntity remote(EntityDescription entity) {
        return new RemoteEntity(entity.aeTitle(), entity.host(), entity.port(), transports.calling(entity.tls()));
    }

    private static Outcome outcome(IOException failure) {
        if (failure instanceof AssociationRejectedException rejected) {
            return new Outcome(EchoOutcome.Kind.REJECTED, reason(rejected.rejection()));
        } else if (failure instanceof AssociationAbortedException aborted && !aborted.isByPeer()) {
            return new Outcome(EchoOutcome.Kind.NO_ANSWER, "");
        } else if (failure instanceof NotNegotiatedException) {
            return new Outcome(EchoOutcome.Kind.NOT_SUPPORTED, "");
        } else if (find(failure, UnknownHostException.class).isPresent()) {
            return new Outcome(EchoOutcome.Kind.UNKNOWN_HOST, "");
        } else if (find(failure, SSLException.class).isPresent()) {
            return new Outcome(
                    EchoOutcome.Kind.TLS_FAILED,
                    find(failure, SSLException.class).get().getMessage());
        } else if (find(failure, SocketTimeoutException.class).isPresent()) {
            return new Outcome(EchoOutcome.Kind.NO_ANSWER, "");
        } else if (find(failure, ConnectException.class).isPresent()
                || find(failure, NoRouteToHostException.class).isPresent()) {
            return new Outcome(EchoOutcome.Kind.NO_CONNECTION, "");
        }
        return new Outcome(EchoOutcome.Kind.FAILED, String.valueOf(failure.getMessage()));
    }

    private static String reason(AssociateReject rejection) {
        return RejectReason.find(rejection.source(), rejection.reason())
                .map(known -> known.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .orElse("source " + rejection.source() + ", reason " + rejection.reason());
    }

    private static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> kind) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return Optional.of(kind.cast(cause));
            }
        }
        return Optional.empty();
    }
}
