package org.aegle.dicomweb;

import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One of the types that a client accepts (PS3.18 8.7).
 *
 * @param multipart whether it is to come as multipart/related
 * @param type of the content or of each part, such as application/dicom; may be a wildcard
 * @param transferSyntax UID that it must have, {@code *} for any, or empty where nothing is said
 */
record AcceptedType(boolean multipart, String type, String transferSyntax) {
    /** From the Accept header or, stronger, the accept parameter of the query; anything when neither is there. */
    static List<AcceptedType> parse(List<MediaType> header, List<String> query) {
        List<MediaType> types = new ArrayList<>();
        for (String value : query) {
            for (String one : value.split(",")) {
                types.add(MediaType.valueOf(one.strip()));
            }
        }
        if (types.isEmpty()) {
            types.addAll(header);
        }
        return types.isEmpty()
                ? List.of(new AcceptedType(true, "*/*", ""))
                : types.stream().map(AcceptedType::of).toList();
    }

    boolean is(String mediaType) {
        return type.equals(mediaType)
                || type.equals("*/*")
                || (type.endsWith("/*") && mediaType.startsWith(type.substring(0, type.length() - 1)));
    }

    boolean allows(String transferSyntaxUid) {
        return transferSyntax.isEmpty() || transferSyntax.equals("*") || transferSyntax.equals(transferSyntaxUid);
    }

    private static AcceptedType of(MediaType accepted) {
        Map<String, String> parameters = accepted.getParameters();
        String full = (accepted.getType() + "/" + accepted.getSubtype()).toLowerCase(Locale.ROOT);
        boolean multipart = full.equals("multipart/related");
        String type = multipart ? parameters.getOrDefault("type", "*/*").toLowerCase(Locale.ROOT) : full;
        boolean any = full.equals("*/*");
        return new AcceptedType(multipart || any, type, parameters.getOrDefault("transfer-syntax", ""));
    }
}
