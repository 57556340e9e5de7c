package org.aegle.directory;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;
import org.aegle.refusal.Invalid;

/**
 * Which certificate an application entity must show: the one with a fingerprint, or any trusted one of a subject.
 *
 * @param text SHA-256 fingerprint in hexadecimal, or a subject as RFC 2253 writes it; empty when none is demanded
 */
public record CertificateRule(String text) {
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9A-Fa-f]{64}");

    /** Refuses with {@link Invalid} what is neither. */
    public static CertificateRule parse(String text) {
        String bare = text.replaceAll("[:\\s]", "");
        if (bare.isEmpty() || FINGERPRINT.matcher(bare).matches()) {
            return new CertificateRule(bare.toLowerCase(Locale.ROOT));
        }
        try {
            return new CertificateRule(new X500Principal(text.strip()).getName(X500Principal.RFC2253));
        } catch (IllegalArgumentException e) {
            throw new Invalid(
                    "certificate",
                    "must be a SHA-256 fingerprint of 64 hexadecimal digits, or a subject such as CN=CT1,O=Hospital");
        }
    }

    /** Whether none is demanded, or the peer has shown it; whether a chain can be trusted, TLS has decided. */
    public boolean admits(List<X509Certificate> chain) {
        if (text.isEmpty()) {
            return true;
        }
        if (chain.isEmpty()) {
            return false;
        }
        X509Certificate own = chain.get(0);
        return FINGERPRINT.matcher(text).matches()
                ? text.equals(fingerprint(own))
                : own.getSubjectX500Principal().equals(new X500Principal(text));
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
