package org.aegle.it.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aegle.it.Aegle;

/** A person's session with the portal by its cookie, without a browser. */
public final class PortalSession {
    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]*value=\"([^\"]*)\"");
    private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]*)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();

    /** Signs in; fails unless the portal leads on. */
    public static PortalSession of(String username) {
        PortalSession session = new PortalSession();
        HttpResponse<String> answer = session.signIn(username, Aegle.password());
        if (answer.statusCode() != 302) {
            throw new IllegalStateException(username + " was not let in: " + answer.statusCode());
        }
        return session;
    }

    /** What the sign-in page answers: 302 to whom it lets in, 200 with a message to others. */
    public HttpResponse<String> signIn(String username, String password) {
        String page = send(HttpRequest.newBuilder(Aegle.at("/login"))).body();
        String form = "login=login&enter=enter&username=" + encoded(username) + "&password=" + encoded(password)
                + "&jakarta.faces.ViewState=" + encoded(find(VIEW_STATE, page)) + "&primefaces.nonce="
                + encoded(find(NONCE, page));
        return send(HttpRequest.newBuilder(Aegle.at("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", e);
        }
    }

    private static String find(Pattern what, String page) {
        Matcher found = what.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("not in the sign-in page: " + what);
        }
        return found.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
