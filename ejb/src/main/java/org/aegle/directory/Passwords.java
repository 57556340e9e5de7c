package org.aegle.directory;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;

/** Hashes and checks passwords and client secrets: PBKDF2 with HMAC-SHA-256 and 600,000 rounds. */
@ApplicationScoped
public class Passwords {
    private static final Map<String, String> PARAMETERS = Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA256",
            "Pbkdf2PasswordHash.Iterations", "600000",
            "Pbkdf2PasswordHash.SaltSizeBytes", "16",
            "Pbkdf2PasswordHash.KeySizeBytes", "32");

    @Inject
    private Pbkdf2PasswordHash pbkdf2;

    private String nobodys;

    @PostConstruct
    void prepare() {
        pbkdf2.initialize(PARAMETERS);
        nobodys = hash("no account has this password");
    }

    /** The hash with its algorithm, rounds and salt, as one string. */
    public String hash(String password) {
        return pbkdf2.generate(password.toCharArray());
    }

    public boolean matches(String password, String hash) {
        return pbkdf2.verify(password.toCharArray(), hash);
    }

    /** Takes as long as a real check, so that the time does not tell whether an account exists. */
    public void checkInVain(String password) {
        pbkdf2.verify(password.toCharArray(), nobodys);
    }
}
