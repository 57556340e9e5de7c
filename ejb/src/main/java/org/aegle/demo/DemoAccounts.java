package org.aegle.demo;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.aegle.directory.Accounts;
import org.aegle.directory.Organization;
import org.aegle.directory.Role;
import org.aegle.directory.UserAccount;

/** The people and programs of the demo hospital and of its partner, Lakeside Clinic. */
@Stateless
@PermitAll
public class DemoAccounts {
    static final String ARCHIVIST = "technologist";

    private static final List<Person> STAFF = List.of(
            new Person("physician", "Dr. Helena Brandt", Role.PHYSICIAN),
            new Person("radiologist", "Dr. Rafael Okafor", Role.RADIOLOGIST),
            new Person(ARCHIVIST, "Tomasz Lewandowski", Role.TECHNOLOGIST),
            new Person("clerk", "Clara Winter", Role.CLERK),
            new Person("privacy", "Priya Raman", Role.PRIVACY_OFFICER));
    private static final Person PARTNER = new Person("partner", "Dr. Paul Lindgren", Role.PHYSICIAN);
    private static final List<Program> PROGRAMS = List.of(
            new Program("demo-emr", "Demo EMR", "system/*.cruds"),
            new Program("demo-readonly", "Demo reader", "system/*.rs"));
    private static final Program LAKESIDE_EMR = new Program("lakeside-emr", "Lakeside EMR", "system/*.cruds");

    @Inject
    private Accounts accounts;

    /** Makes those that are missing, and sees to it that all have this password. */
    public void make(String password) {
        Organization host = accounts.findHost().orElseThrow();
        Organization lakeside = accounts.findOrganization("LAKESIDE")
                .orElseGet(() -> accounts.createOrganization("LAKESIDE", "Lakeside Clinic", false));
        Optional<UserAccount> first = accounts.find(ARCHIVIST);
        if (first.isPresent() && accounts.hasPassword(first.get(), password)) {
            return;
        }
        STAFF.forEach(person -> make(person, host, password));
        make(PARTNER, lakeside, password);
        accounts.find("admin").ifPresent(admin -> accounts.resetPassword(admin.username(), password));
        PROGRAMS.forEach(program -> make(program, host, password));
        make(LAKESIDE_EMR, lakeside, password);
    }

    private void make(Person person, Organization of, String password) {
        if (accounts.find(person.username()).isPresent()) {
            accounts.resetPassword(person.username(), password);
        } else {
            accounts.create(person.username(), person.name(), of.id(), EnumSet.of(person.role()), password);
        }
    }

    private void make(Program program, Organization of, String secret) {
        if (accounts.findClient(program.clientId()).isPresent()) {
            accounts.resetSecret(program.clientId(), secret);
        } else {
            accounts.createClient(program.clientId(), program.name(), of.id(), program.scopes(), secret);
        }
    }

    private record Person(String username, String name, Role role) {}

    private record Program(String clientId, String name, String scopes) {}
}
