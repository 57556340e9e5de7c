package org.aegle.demo;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.List;
import org.aegle.access.Caller;
import org.aegle.access.SignIn;
import org.aegle.directory.Accounts;
import org.aegle.directory.Organization;
import org.aegle.directory.UserAccount;
import org.aegle.imaging.arrival.StudyIndex;
import org.aegle.patient.PatientDemographics;
import org.aegle.patient.Patients;

/** The demo hospital: people, programs, patients and images, all made up; loaded once, for loopback only. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class DemoHospital {
    private static final System.Logger LOG = System.getLogger(DemoHospital.class.getName());

    @Inject
    private DemoAccounts demoAccounts;

    @Inject
    private DemoEntities demoEntities;

    @Inject
    private DemoImages images;

    @Inject
    private Accounts accounts;

    @Inject
    private SignIn signIn;

    @Inject
    private Patients patients;

    @Inject
    private StudyIndex index;

    @Resource
    private ManagedExecutorService background;

    /** Safe to call at each start. Images are drawn while people can already sign in. */
    public void open(String password) {
        demoAccounts.make(password);
        demoEntities.make();
        if (!index.holds(DemoImages.lastStudy())) {
            Organization host = accounts.findHost().orElseThrow();
            List<PatientDemographics> people = DemoPatients.all(host.patientIdAuthority());
            people.forEach(p -> patients.registerArrival(host.id(), p, DemoAccounts.ARCHIVIST));
            UserAccount archivist = accounts.find(DemoAccounts.ARCHIVIST).orElseThrow();
            Caller caller = signIn.onBehalfOf(archivist.id()).orElseThrow();
            background.submit(() -> draw(caller, people));
        }
    }

    private void draw(Caller caller, List<PatientDemographics> people) {
        try {
            images.store(caller, people);
            LOG.log(System.Logger.Level.INFO, "The demo hospital has its images");
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "The demo hospital lacks images; the next start goes on: {0}", e);
        }
    }
}
