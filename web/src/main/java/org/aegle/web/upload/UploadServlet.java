package org.aegle.web.upload;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.aegle.access.Caller;
import org.aegle.access.http.CallerAuthentication;
import org.aegle.imaging.arrival.UploadState;
import org.aegle.imaging.arrival.UploadView;
import org.aegle.imaging.arrival.Uploads;
import org.aegle.imaging.digitising.Submissions;
import org.aegle.refusal.NotPermitted;
import org.aegle.refusal.Refusal;
import org.aegle.web.format.Texts;

/**
 * Resumable uploads by tus 1.0.0 with its extensions creation and termination. An upload belongs to the person who began
 * it. Requests that change something need the header Tus-Resumable, which no form of another site can send. A file of a
 * submission tells that and its place among the others in Upload-Metadata. The outcome of each file is told by a plain
 * GET.
 */
@WebServlet({"/upload", "/upload/*"})
public class UploadServlet extends HttpServlet {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    private Uploads uploads;

    @Inject
    private Submissions submissions;

    @Inject
    private LoggedUploads transfers;

    @Inject
    private Texts texts;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader(Tus.RESUMABLE, Tus.VERSION);
        response.setHeader("Cache-Control", "no-store");
        try {
            answer(request, response);
        } catch (TusError e) {
            UploadFailures.send(response, e.status(), e.getMessage());
        } catch (Refusal e) {
            UploadFailures.send(response, e);
        } catch (EJBAccessException e) {
            UploadFailures.send(response, new NotPermitted("STORE_INSTANCE"));
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String method = request.getMethod();
        boolean safe = method.equals("GET") || method.equals("OPTIONS");
        if (!safe) {
            Tus.requireVersion(request);
        }
        switch (method) {
            case "OPTIONS" -> describe(response);
            case "POST" -> create(request, response);
            case "HEAD" -> tellOffset(request, response);
            case "PATCH" -> append(request, response);
            case "DELETE" -> cancel(request, response);
            case "GET" -> tellOutcome(request, response);
            default -> throw new TusError(HttpServletResponse.SC_METHOD_NOT_ALLOWED, method);
        }
    }

    private static void describe(HttpServletResponse response) {
        response.setHeader("Tus-Version", Tus.VERSION);
        response.setHeader("Tus-Extension", "creation,termination");
        response.setHeader("Tus-Max-Size", Long.toString(Uploads.LARGEST));
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private void create(HttpServletRequest request, HttpServletResponse response) {
        long length = Tus.requireNumber(request, Tus.LENGTH);
        UploadMetadata metadata = UploadMetadata.of(request);
        String submission = metadata.get("submission");
        if (!submission.isEmpty()) {
            submissions.requireSize(length);
        }
        UploadView upload = uploads.create(caller(request), metadata.get("filename"), length);
        if (!submission.isEmpty()) {
            submissions.place(caller(request), upload.id(), submission, metadata.place());
        }
        response.setHeader("Location", "/upload/" + upload.id());
        response.setHeader(Tus.OFFSET, Long.toString(upload.received()));
        response.setStatus(HttpServletResponse.SC_CREATED);
    }

    private void tellOffset(HttpServletRequest request, HttpServletResponse response) {
        UploadView upload = alive(request);
        response.setHeader(Tus.OFFSET, Long.toString(upload.received()));
        response.setHeader(Tus.LENGTH, Long.toString(upload.length()));
    }

    private void append(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Tus.requireContentType(request);
        long offset = Tus.requireNumber(request, Tus.OFFSET);
        UploadView known = alive(request);
        if (request.getContentLengthLong() > known.length() - offset) {
            throw new TusError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "more bytes than Upload-Length said");
        }
        UploadView upload = uploads.append(caller(request), known.id(), offset, request.getInputStream());
        if (upload.state() == UploadState.DONE) {
            transfers.add(caller(request), request.isSecure(), upload);
        }
        response.setHeader(Tus.OFFSET, Long.toString(upload.received()));
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private void cancel(HttpServletRequest request, HttpServletResponse response) throws IOException {
        UploadView upload = alive(request);
        if (upload.state() != UploadState.RECEIVING) {
            throw new TusError(HttpServletResponse.SC_CONFLICT, "all of it has arrived and is stored");
        }
        uploads.cancel(caller(request), upload.id());
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private void tellOutcome(HttpServletRequest request, HttpServletResponse response) throws IOException {
        UploadView upload = uploads.get(caller(request), id(request));
        response.setContentType("application/json;charset=UTF-8");
        JSON.writeValue(response.getOutputStream(), UploadReport.of(upload, texts));
    }

    private UploadView alive(HttpServletRequest request) {
        UploadView upload = uploads.get(caller(request), id(request));
        if (upload.state() == UploadState.CANCELLED) {
            throw new TusError(HttpServletResponse.SC_GONE, "the upload was given up");
        }
        return upload;
    }

    private static String id(HttpServletRequest request) {
        String path = request.getPathInfo();
        if (path == null || path.length() < 2) {
            throw new TusError(HttpServletResponse.SC_NOT_FOUND, "an upload has an address of its own");
        }
        return path.substring(1);
    }

    private static Caller caller(HttpServletRequest request) {
        return CallerAuthentication.caller(request)
                .orElseThrow(() -> new TusError(HttpServletResponse.SC_UNAUTHORIZED, "nobody is signed in"));
    }
}
