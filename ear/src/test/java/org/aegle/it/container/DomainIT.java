package org.aegle.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ejb.EJBAccessException;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.aegle.access.Caller;
import org.aegle.access.Scopes;
import org.aegle.directory.Role;
import org.aegle.id.OrganizationId;
import org.aegle.patient.Patients;
import org.aegle.search.SearchRequest;
import org.eclipse.persistence.internal.weaving.PersistenceWeaved;
import org.eclipse.persistence.jpa.JpaHelper;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What only the inside of the server can tell, asked of the deployed EAR's own beans. */
@ExtendWith(ArquillianExtension.class)
class DomainIT {
    @Deployment
    static WebArchive probe() {
        String structure = "<jboss-deployment-structure xmlns='urn:jboss:deployment-structure:1.3'><deployment>"
                + "<dependencies><module name='deployment.aegle.ear.ejb.jar'/>"
                + "<module name='org.eclipse.persistence'/></dependencies></deployment></jboss-deployment-structure>";
        return ShrinkWrap.create(WebArchive.class, "probe.war")
                .addClass(DomainIT.class)
                .addAsWebInfResource(new StringAsset(structure), "jboss-deployment-structure.xml");
    }

    @Test
    void eclipseLinkShouldBeTheProviderInEffect() throws NamingException {
        EntityManagerFactory factory = InitialContext.doLookup("java:jboss/AegleEntityManagerFactory");
        assertTrue(JpaHelper.isEclipseLink(factory), factory.getClass().getName());
        assertTrue(JpaHelper.getServerSession(factory).getPlatform().isPostgreSQL());
    }

    @Test
    void entitiesShouldBeWoven() throws ClassNotFoundException {
        for (String entity : List.of("org.aegle.patient.Patient", "org.aegle.directory.UserAccount")) {
            assertTrue(PersistenceWeaved.class.isAssignableFrom(Class.forName(entity)), entity);
        }
    }

    @Test
    void nobodyShouldReachABoundaryWithoutAnIdentity() throws NamingException {
        Patients patients = InitialContext.doLookup("java:global/aegle/ejb/Patients");
        Caller forged = new Caller(
                Caller.Kind.USER,
                1,
                "forged",
                "Forged",
                new OrganizationId(1),
                "",
                Set.of(Role.PHYSICIAN),
                Scopes.none(),
                "127.0.0.1");
        assertThrows(EJBAccessException.class, () -> patients.search(forged, SearchRequest.all(1)));
    }

    @Test
    void auditShouldOnlyGrow() throws NamingException, SQLException {
        DataSource database = InitialContext.doLookup("java:jboss/datasources/AegleDS");
        for (String change : List.of(
                "update audit_event set agent = 'nobody'",
                "delete from audit_event",
                "truncate audit_event",
                "delete from resource_version")) {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                SQLException refused = assertThrows(SQLException.class, () -> statement.executeUpdate(change));
                assertEquals("42501", refused.getSQLState(), change);
            }
        }
    }
}
