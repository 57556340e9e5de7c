package org.aegle.directory;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/** A person who signs in. Wrong passwords in a row make the account wait, longer each time, never for ever. */
@Entity
@Table(name = "user_account")
public class UserAccount {
    private static final int FREE_TRIES = 5;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private String username;

    @Column(name = "display_name")
    private String displayName;

    @ManyToOne(fetch = FetchType.EAGER)
    @JoinColumn(name = "organization_id")
    private Organization organization;

    @Column(name = "password_hash")
    private String passwordHash;

    private boolean enabled = true;
    private String language = "";
    private String theme = "";

    @Column(name = "failed_attempts")
    private int failedAttempts;

    @Column(name = "locked_until")
    private Instant lockedUntil;

    @Column(name = "last_sign_in")
    private Instant lastSignIn;

    @Version
    private long version;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "user_account_role", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = new HashSet<>();

    protected UserAccount() {}

    UserAccount(String username, String displayName, Organization organization, Set<Role> roles, String passwordHash) {
        this.username = username;
        this.displayName = displayName;
        this.organization = organization;
        this.roles.addAll(roles);
        this.passwordHash = passwordHash;
    }

    public long id() {
        return id;
    }

    public String username() {
        return username;
    }

    public String displayName() {
        return displayName;
    }

    public Organization organization() {
        return organization;
    }

    public Set<Role> roles() {
        return roles.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(roles);
    }

    public boolean isEnabled() {
        return enabled;
    }

    public String language() {
        return language;
    }

    public String theme() {
        return theme;
    }

    String passwordHash() {
        return passwordHash;
    }

    boolean mustWait(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    void signedIn(Instant now) {
        failedAttempts = 0;
        lockedUntil = null;
        lastSignIn = now;
    }

    void signInFailed(Instant now) {
        failedAttempts++;
        if (failedAttempts >= FREE_TRIES) {
            long seconds = 30L << Math.min(failedAttempts - FREE_TRIES, 10);
            lockedUntil = now.plusSeconds(Math.min(seconds, LONGEST_WAIT.toSeconds()));
        }
    }

    void changePassword(String hash) {
        passwordHash = hash;
    }

    void prefer(String newLanguage, String newTheme) {
        language = newLanguage;
        theme = newTheme;
    }
}
