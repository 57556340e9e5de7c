import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Asks a freshly started demo hospital what the first users of a day ask, over HTTP: sign in, find, fetch, store, and
 * read over FHIR. What is answered does not matter here; which classes the server needed for it does.
 */
final class Rehearsal {
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    private final String base;
    private final String password;

    private Rehearsal(String base, String password) {
        this.base = base;
        this.password = password;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Rehearsal rehearsal = new Rehearsal(arguments[0], System.getenv("AEGLE_DEMO_PASSWORD"));
        rehearsal.signIn();
        rehearsal.callAsClient(rehearsal.token());
    }

    private void signIn() throws IOException, InterruptedException {
        String page = text(HttpRequest.newBuilder(uri("/login")).build());
        String state = first(page, "ViewState:0\" value=\"([^\"]+)\"");
        String form = "login=login&from=&enter=&username=radiologist&password=" + encoded(password)
                + "&jakarta.faces.ViewState=" + encoded(state);
        text(form("/login", form).build());
        String home = text(HttpRequest.newBuilder(uri("/")).build());
        for (String path : pages(home)) {
            text(HttpRequest.newBuilder(uri(path)).build());
        }
    }

    /** The portal's pages that a page leads to: their addresses have no suffix. */
    private static Set<String> pages(String page) {
        return Pattern.compile("href=\"(/[a-z/-]+)\"")
                .matcher(page)
                .results()
                .map(link -> link.group(1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String token() throws IOException, InterruptedException {
        String client = Base64.getEncoder().encodeToString(("demo-emr:" + password).getBytes(StandardCharsets.UTF_8));
        String answer = text(form("/oauth/token", "grant_type=client_credentials&scope=system/*.cruds")
                .header("Authorization", "Basic " + client)
                .build());
        return first(answer, "\"access_token\":\"([^\"]+)\"");
    }

    private void callAsClient(String token) throws IOException, InterruptedException {
        String studies = text(authorised(token, "/dicom-web/studies?includefield=all&limit=5"));
        String study = "/dicom-web/studies/" + first(studies, "\"0020000D\":\\{\"vr\":\"UI\",\"Value\":\\[\"([^\"]+)\"");
        String instances = text(authorised(token, study + "/instances?limit=1"));
        String instance = study + "/series/"
                + first(instances, "\"0020000E\":\\{\"vr\":\"UI\",\"Value\":\\[\"([^\"]+)\"") + "/instances/"
                + first(instances, "\"00080018\":\\{\"vr\":\"UI\",\"Value\":\\[\"([^\"]+)\"");
        for (String path : List.of(
                study + "/metadata",
                instance + "/frames/1",
                instance + "/rendered",
                "/dicom-web/studies?PatientName=A*",
                "/fhir/r4/metadata",
                "/fhir/r4/Patient?name=a",
                "/fhir/r4/ImagingStudy")) {
            text(authorised(token, path));
        }
        storeAgain(token, study);
    }

    /** What a study is answered in is what STOW-RS takes. */
    private void storeAgain(String token, String study) throws IOException, InterruptedException {
        HttpResponse<byte[]> objects = http.send(authorised(token, study), BodyHandlers.ofByteArray());
        http.send(
                HttpRequest.newBuilder(uri("/dicom-web/studies"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", objects.headers().firstValue("Content-Type").orElseThrow())
                        .header("Accept", "application/dicom+json")
                        .POST(BodyPublishers.ofByteArray(objects.body()))
                        .build(),
                BodyHandlers.discarding());
    }

    private HttpRequest authorised(String token, String path) {
        return HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer " + token)
                .build();
    }

    private HttpRequest.Builder form(String path, String body) {
        return HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private String text(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        System.out.println(answer.statusCode() + " " + request.method() + " " + request.uri());
        return answer.body();
    }

    private URI uri(String path) {
        return URI.create(base + path);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String first(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("nothing fits " + pattern + " in: " + text);
        }
        return matcher.group(1);
    }
}
