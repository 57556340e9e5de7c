package org.aegle.patient;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.aegle.id.PatientId;

/** All versions of all patients, appended in the transaction that makes them. */
@Stateless
@PermitAll
public class PatientVersions {
    private static final String COLUMNS = "select version, at, author, operation, state, content from resource_version"
            + " where resource_type = 'Patient' and resource_id = ?";

    private final ObjectMapper json = new ObjectMapper();

    @PersistenceContext(unitName = "aegle")
    private EntityManager entities;

    public void append(PatientView patient, String author, String operation) {
        String state = write(patient.demographics());
        entities.createNativeQuery("insert into resource_version (resource_type, resource_id, version, at, author,"
                        + " operation, state, content, sha256) values ('Patient', ?, ?, ?, ?, ?, ?, ?, ?)")
                .setParameter(1, patient.id().value())
                .setParameter(2, patient.version())
                .setParameter(3, Timestamp.from(patient.updatedAt()))
                .setParameter(4, author)
                .setParameter(5, operation)
                .setParameter(6, state)
                .setParameter(7, patient.content())
                .setParameter(8, sha256(state + patient.content()))
                .executeUpdate();
    }

    public Optional<PatientVersion> find(PatientView current, long version) {
        return rows(entities.createNativeQuery(COLUMNS + " and version = ?")
                        .setParameter(1, current.id().value())
                        .setParameter(2, version)
                        .getResultList())
                .stream()
                .findFirst()
                .map(row -> version(current, row));
    }

    /** Newest first. */
    public List<PatientVersion> all(PatientView current) {
        return rows(entities.createNativeQuery(COLUMNS + " order by version desc")
                        .setParameter(1, current.id().value())
                        .getResultList())
                .stream()
                .map(row -> version(current, row))
                .toList();
    }

    @SuppressWarnings("unchecked") // a native query without a result class has no other type
    private static List<Object[]> rows(List<?> list) {
        return (List<Object[]>) list;
    }

    private PatientVersion version(PatientView current, Object[] row) {
        PatientId id = current.id();
        Instant at = row[1] instanceof Timestamp t ? t.toInstant() : ((java.time.OffsetDateTime) row[1]).toInstant();
        PatientView view = new PatientView(
                id, ((Number) row[0]).longValue(), at, current.managingOrganization(), read((String) row[4]), (String)
                        row[5]);
        return new PatientVersion(view, (String) row[2], (String) row[3]);
    }

    private String write(PatientDemographics demographics) {
        try {
            return json.writeValueAsString(demographics);
        } catch (JsonProcessingException recordsOfTextAlwaysCan) {
            throw new IllegalStateException(recordsOfTextAlwaysCan);
        }
    }

    private PatientDemographics read(String state) {
        try {
            return json.readValue(state, PatientDemographics.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored version cannot be read", e);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
