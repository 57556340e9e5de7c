package org.aegle.access;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.aegle.audit.Agent;
import org.aegle.audit.AuditAction;
import org.aegle.audit.AuditEntry;
import org.aegle.audit.AuditOutcome;
import org.aegle.audit.AuditTrail;
import org.aegle.directory.Accounts;
import org.aegle.directory.UserAccount;

/** How people come in and leave, and what they may change about their own account. */
@Stateless
@PermitAll
public class SignIn {
    @Inject
    private Accounts accounts;

    @Inject
    private AuditTrail trail;

    /** The caller when name and password are right; empty for every other reason, which only the audit trail learns. */
    public Optional<Caller> withPassword(String username, String password, String address) {
        Optional<Caller> caller = accounts.signIn(username, password).map(a -> Caller.of(a, address));
        Agent agent = caller.map(Caller::agent).orElse(Agent.unknown(username, address));
        trail.record(AuditEntry.of(AuditAction.LOGIN, agent, "password")
                .on("UserAccount", username)
                .ending(caller.isPresent() ? AuditOutcome.SUCCESS : AuditOutcome.REFUSED));
        return caller;
    }

    /** The caller of a session as the account is now: an account that was disabled or lost a role does so at once. */
    public Optional<Caller> again(Caller caller, String address) {
        return accounts.find(caller.account())
                .filter(UserAccount::isEnabled)
                .map(account -> Caller.of(account, address));
    }

    /** The caller for work that goes on without its session, such as storing an upload after a restart. */
    public Optional<Caller> onBehalfOf(long account) {
        return accounts.find(account).filter(UserAccount::isEnabled).map(a -> Caller.of(a, ""));
    }

    public void out(Caller caller) {
        trail.record(
                AuditEntry.of(AuditAction.LOGOUT, caller.agent(), "own session").on("UserAccount", caller.name()));
    }

    public void changePassword(Caller caller, String oldPassword, String newPassword) {
        accounts.changePassword(caller.account(), oldPassword, newPassword);
        trail.record(AuditEntry.of(AuditAction.UPDATE, caller.agent(), "own account")
                .on("UserAccount", caller.name())
                .with("password changed"));
    }

    public Preferences preferences(Caller caller) {
        return accounts.find(caller.account())
                .map(a -> new Preferences(a.language(), a.theme()))
                .orElse(new Preferences("", ""));
    }

    public void prefer(Caller caller, Preferences preferences) {
        accounts.prefer(caller.account(), preferences.language(), preferences.theme());
    }
}
