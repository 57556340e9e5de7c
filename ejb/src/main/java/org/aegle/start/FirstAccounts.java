package org.aegle.start;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Set;
import org.aegle.directory.Accounts;
import org.aegle.directory.Organization;
import org.aegle.directory.Role;
import org.aegle.settings.AccountSettings;

/** The organisation that runs this archive, and its first administrator. */
@Stateless
@PermitAll
public class FirstAccounts {
    private static final System.Logger LOG = System.getLogger(FirstAccounts.class.getName());
    private static final String ADMIN = "admin";

    @Inject
    private Accounts accounts;

    public void make(AccountSettings settings) {
        Organization host =
                accounts.findHost().orElseGet(() -> accounts.createOrganization("AEGLE", "Aegle Hospital", true));
        if (accounts.find(ADMIN).isPresent()) {
            return;
        }
        String password = settings.demo() ? settings.demoPassword() : settings.adminPassword();
        if (password.isBlank()) {
            LOG.log(System.Logger.Level.WARNING, "There is no administrator yet: start once with AEGLE_ADMIN_PASSWORD");
            return;
        }
        accounts.create(ADMIN, "Administrator", host.id(), Set.of(Role.ADMINISTRATOR), password);
    }
}
