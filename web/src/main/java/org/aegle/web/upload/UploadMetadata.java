package org.aegle.web.upload;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.aegle.imaging.digitising.FilePlace;

/** The header Upload-Metadata: pairs of a key and a value in Base64, separated by commas (tus 1.0.0, creation). */
record UploadMetadata(Map<String, String> values) {
    static UploadMetadata of(HttpServletRequest request) {
        return parse(Optional.ofNullable(request.getHeader(Tus.METADATA)).orElse(""));
    }

    static UploadMetadata parse(String header) {
        Map<String, String> values = new HashMap<>();
        for (String pair : header.split(",")) {
            String[] parts = pair.strip().split(" ", 2);
            if (!parts[0].isEmpty() && values.put(parts[0], decode(parts)) != null) {
                throw new TusError(400, Tus.METADATA + " has the key " + parts[0] + " twice");
            }
        }
        return new UploadMetadata(values);
    }

    /** The value of a key, or empty. */
    String get(String key) {
        return values.getOrDefault(key, "");
    }

    /** Where a file of a submission stands there. */
    FilePlace place() {
        return new FilePlace(number("position"), number("number"), get("title"));
    }

    private int number(String key) {
        try {
            return Integer.parseInt(get(key));
        } catch (NumberFormatException e) {
            throw new TusError(400, Tus.METADATA + " must have a number as its " + key);
        }
    }

    private static String decode(String[] parts) {
        try {
            return parts.length == 1
                    ? ""
                    : new String(Base64.getDecoder().decode(parts[1].strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new TusError(400, Tus.METADATA + " must have its values in Base64");
        }
    }
}
