package org.aegle.start;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.aegle.demo.DemoHospital;
import org.aegle.imaging.arrival.Uploads;
import org.aegle.settings.Settings;
import org.aegle.storage.BlobRemovals;
import org.aegle.storage.care.StorageCare;
import org.flywaydb.core.Flyway;

/** What happens once before anybody is let in: settings checked, schema brought up to date, first accounts made. */
@Singleton
@jakarta.ejb.Startup
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class Startup {
    private static final System.Logger LOG = System.getLogger(Startup.class.getName());

    @Resource(lookup = "java:jboss/datasources/AegleDS")
    private DataSource database;

    @Inject
    private Settings settings;

    @Inject
    private FirstAccounts firstAccounts;

    @Inject
    private StorageCare storage;

    @Inject
    private Uploads uploads;

    @Inject
    private BlobRemovals removals;

    @Inject
    private DemoHospital demo;

    @PostConstruct
    void start() {
        int applied = Flyway.configure(Startup.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:org/aegle/db/migration")
                .load()
                .migrate()
                .migrationsExecuted;
        LOG.log(System.Logger.Level.INFO, "Database schema is current, {0} migrations applied", applied);
        storage.begin();
        firstAccounts.make(settings.accounts());
        uploads.resumeInterrupted();
        removals.finish();
        if (settings.accounts().demo()) {
            demo.open(settings.accounts().demoPassword());
        }
    }
}
