package org.aegle.imaging.arrival;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/** A file or a zip on its way in from a browser; it may take several connections. */
@Entity
@Table(name = "upload")
class Upload {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Id
    private String id;

    @Column(name = "account_id")
    private long account;

    @Column(name = "file_name")
    private String fileName;

    private long length;
    private long received;

    @Enumerated(EnumType.STRING)
    private UploadState state;

    private String outcome;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Upload() {}

    Upload(String id, long account, String fileName, long length, Instant now) {
        this.id = id;
        this.account = account;
        this.fileName = fileName;
        this.length = length;
        this.state = UploadState.RECEIVING;
        this.outcome = "[]";
        this.createdAt = now;
        this.updatedAt = now;
    }

    boolean isOf(long accountId) {
        return account == accountId;
    }

    long account() {
        return account;
    }

    boolean isAt(long offset) {
        return state == UploadState.RECEIVING && received == offset;
    }

    void received(long bytes, Instant now) {
        received += bytes;
        updatedAt = now;
        if (received == length) {
            state = UploadState.STORING;
        }
    }

    void done(List<UploadedFile> files, Instant now) {
        try {
            outcome = JSON.writeValueAsString(files);
        } catch (JsonProcessingException recordsOfTextAlwaysCan) {
            throw new IllegalStateException(recordsOfTextAlwaysCan);
        }
        state = UploadState.DONE;
        updatedAt = now;
    }

    void cancel(Instant now) {
        state = UploadState.CANCELLED;
        updatedAt = now;
    }

    UploadView view() {
        try {
            List<UploadedFile> files = JSON.readValue(outcome, new TypeReference<List<UploadedFile>>() {});
            return new UploadView(id, fileName, length, received, state, createdAt, files);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored outcome cannot be read", e);
        }
    }
}
