package org.aegle.dicomweb;

import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Map;

/**
 * One of the types that a client accepts (PS3.18 8.7).
 *
 * @param multipart whether it is to come as multipart/related; true as well for anything at all
 * @param type of the content or of each part, such as application/dicom; may be a wildcard
 * @param transferSyntax UID that it must have, {@code *} for any, or empty where nothing is said
 */
record AcceptedType(boolean multipart, String type, String transferSyntax) {
    static final String ANYTHING = "*/*";
    static final String ANY_SYNTAX = "*";

    static AcceptedType of(MediaType accepted) {
        Map<String, String> parameters = accepted.getParameters();
        String full = (accepted.getType() + "/" + accepted.getSubtype()).toLowerCase(Locale.ROOT);
        boolean multipart = full.equals("multipart/related");
        String type = multipart ? parameters.getOrDefault("type", ANYTHING).toLowerCase(Locale.ROOT) : full;
        return new AcceptedType(
                multipart || full.equals(ANYTHING), type, parameters.getOrDefault("transfer-syntax", ""));
    }

    boolean is(String mediaType) {
        return type.equals(mediaType)
                || type.equals(ANYTHING)
                || (type.endsWith("/*") && mediaType.startsWith(type.substring(0, type.length() - 1)));
    }

    /** Nothing was asked for in particular, so that it comes in the form that is usual for it. */
    boolean isAnything() {
        return multipart && type.equals(ANYTHING);
    }

    boolean allows(String transferSyntaxUid) {
        return transferSyntax.isEmpty() || anySyntax() || transferSyntax.equals(transferSyntaxUid);
    }

    boolean anySyntax() {
        return transferSyntax.equals(ANY_SYNTAX);
    }
}
