package org.aegle.it.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.aegle.it.Aegle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The HTTP/1.1 parser takes no request that another parser on the way could read differently: that is how requests are
 * smuggled (RFC 9112 2.2, 5.1, 6.1, 6.3; CVE-2026-28367, -28368, -28369).
 */
class StrictHttpIT {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final String BLANK = "\r\n\r\n";

    @Test
    void wellFormedRequestShouldBeAnswered() throws IOException {
        assertEquals(200, status("GET /fhir/r4/metadata HTTP/1.1\r\nHost: aegle" + BLANK));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /fhir/r4/metadata HTTP/1.1\r\n X: 1\r\nHost: aegle",
                "GET /fhir/r4/metadata HTTP/1.1\r\nHost: aegle\r\nX-A : 1",
                "GET /fhir/r4/metadata HTTP/1.1\r\nHost: aegle\r\nX-A: 1\nX-B: 2",
                "GET /fhir/r4/metadata HTTP/1.1\nHost: aegle",
                "GET /fhir/r4/metadata HTTP/1.1",
                "GET /fhir/r4/metadata HTTP/1.1\r\nHost: aegle\r\nHost: other",
                "POST /oauth/token HTTP/1.1\r\nHost: aegle\r\nContent-Length: 5\r\nTransfer-Encoding: chunked",
                "POST /oauth/token HTTP/1.1\r\nHost: aegle\r\nContent-Length: 5\r\nContent-Length: 6",
                "POST /oauth/token HTTP/1.1\r\nHost: aegle\r\nContent-Length: +5",
            })
    void ambiguousRequestShouldBeRefused(String head) throws IOException {
        assertEquals(400, status(head + BLANK + "0" + BLANK));
    }

    @Test
    void answersShouldNotNameTheServer() throws IOException {
        String answer = exchange("GET /login HTTP/1.1\r\nHost: aegle" + BLANK).toLowerCase();

        assertTrue(answer.startsWith("http/1.1 200"), answer);
        assertEquals(-1, answer.indexOf("\r\nserver:"));
        assertEquals(-1, answer.indexOf("\r\nx-powered-by:"));
    }

    private static int status(String request) throws IOException {
        return Integer.parseInt(exchange(request).substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
    }

    /** The head of the answer, or as much as the first packet holds. */
    private static String exchange(String request) throws IOException {
        URI base = URI.create(Aegle.base());
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            byte[] answer = new byte[8192];
            int length = socket.getInputStream().read(answer);
            return new String(answer, 0, Math.max(length, 0), StandardCharsets.ISO_8859_1);
        }
    }
}
