package org.aegle.demo;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** The demo hospital: people, programs, patients and images, all made up; loaded once, for loopback only. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class DemoHospital {
    @Inject
    private DemoAccounts accounts;

    /** Safe to call at each start. */
    public void open(String password) {
        accounts.make(password);
    }
}
