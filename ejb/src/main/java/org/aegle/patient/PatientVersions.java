package org.aegle.patient;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.aegle.id.PatientId;
import org.aegle.search.Rows;
import org.apache.commons.codec.digest.DigestUtils;

/** All versions of all patients, appended in the transaction that makes them. */
@Stateless
@PermitAll
public class PatientVersions {
    private static final String COLUMNS = "select version, at, author, operation, state, content from resource_version"
            + " where resource_type = 'Patient' and resource_id = ?";

    @PersistenceContext(unitName = "aegle")
    private EntityManager entities;

    public void append(PatientView patient, String author, String operation) {
        String state = PatientState.write(patient.demographics());
        entities.createNativeQuery("insert into resource_version (resource_type, resource_id, version, at, author,"
                        + " operation, state, content, sha256) values ('Patient', ?, ?, ?, ?, ?, ?, ?, ?)")
                .setParameter(1, patient.id().value())
                .setParameter(2, patient.version())
                .setParameter(3, Timestamp.from(patient.updatedAt()))
                .setParameter(4, author)
                .setParameter(5, operation)
                .setParameter(6, state)
                .setParameter(7, patient.content())
                .setParameter(8, DigestUtils.sha256(state + patient.content()))
                .executeUpdate();
    }

    public Optional<PatientVersion> find(PatientView current, long version) {
        return Rows.of(entities.createNativeQuery(COLUMNS + " and version = ?")
                        .setParameter(1, current.id().value())
                        .setParameter(2, version))
                .stream()
                .findFirst()
                .map(row -> version(current, row));
    }

    /** Newest first. */
    public List<PatientVersion> all(PatientView current) {
        return Rows.of(entities.createNativeQuery(COLUMNS + " order by version desc")
                        .setParameter(1, current.id().value()))
                .stream()
                .map(row -> version(current, row))
                .toList();
    }

    private PatientVersion version(PatientView current, Object[] row) {
        PatientId id = current.id();
        Instant at = Rows.instant(row[1]);
        PatientView view = new PatientView(
                id,
                ((Number) row[0]).longValue(),
                at,
                current.managingOrganization(),
                PatientState.read((String) row[4]),
                (String) row[5]);
        return new PatientVersion(view, (String) row[2], (String) row[3]);
    }
}
