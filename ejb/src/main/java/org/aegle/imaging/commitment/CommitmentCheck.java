package org.aegle.imaging.commitment;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aegle.storage.BlobVault;
import org.aegle.storage.StoredBlob;

/** Reads objects back, from the first byte to the last, before they are called safe. No transaction waits for it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class CommitmentCheck {
    private static final System.Logger LOG = System.getLogger(CommitmentCheck.class.getName());
    private static final int BUFFER = 1 << 16;

    @Inject
    private StorageCommitments commitments;

    @Inject
    private BlobVault vault;

    /** Checks what is left to be checked of a request; what was found so far is kept when it is broken off. */
    public void run(ClaimedCommitment commitment) {
        for (List<CommitmentObject> some = commitments.unchecked(commitment);
                !some.isEmpty();
                some = commitments.unchecked(commitment)) {
            Map<Integer, Integer> found = new LinkedHashMap<>();
            some.forEach(object -> found.put(
                    object.position(), failure(object).map(FailureReason::code).orElse(0)));
            commitments.checked(commitment, found);
        }
    }

    private Optional<FailureReason> failure(CommitmentObject object) {
        if (object.blob().isEmpty()) {
            return Optional.of(FailureReason.NO_SUCH_OBJECT_INSTANCE);
        } else if (!object.storedSopClassUid().equals(object.sopClassUid())) {
            return Optional.of(FailureReason.CLASS_INSTANCE_CONFLICT);
        }
        return isWhole(object.blob().get()) ? Optional.empty() : Optional.of(FailureReason.PROCESSING_FAILURE);
    }

    private boolean isWhole(StoredBlob blob) {
        try (InputStream bytes = vault.read(blob)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            long length = 0;
            for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
                digest.update(buffer, 0, n);
                length += n;
            }
            boolean whole = length == blob.length() && MessageDigest.isEqual(digest.digest(), blob.sha256());
            if (!whole) {
                LOG.log(System.Logger.Level.ERROR, "Stored object " + blob.id() + " is not what was stored");
            }
            return whole;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "Stored object " + blob.id() + " cannot be read back", e);
            return false;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
