package org.aegle.web.viewer;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Serves OHIF under {@code /viewer/}. A path without an extension is one of OHIF's own routes and gets its page;
 * {@code /viewer/?StudyInstanceUIDs=UID} leads to the route that opens the study, {@code /viewer/} alone to the portal,
 * which is the list of studies. Text files lie in gzip form and are sent so to whoever accepts it.
 */
@WebFilter("/viewer/*")
public class ViewerFiles extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String ROOT = "/viewer/";
    private static final String PAGE = ROOT + "index.html";
    private static final String STUDY_PARAMETER = "StudyInstanceUIDs";
    private static final Pattern FILE = Pattern.compile(".*\\.[A-Za-z0-9]{2,5}");
    private static final Pattern CONTENT_HASH = Pattern.compile(".*/([0-9a-z-]+\\.bundle\\.)?[0-9a-f]{20}\\.[a-z0-9]+");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<String> elsewhere = redirection(request);
        if (elsewhere.isPresent()) {
            response.sendRedirect(elsewhere.get());
            return;
        }
        String path = request.getServletPath();
        String file = FILE.matcher(path).matches() ? path : PAGE;
        ViewerHeaders.set(response, file, CONTENT_HASH.matcher(file).matches());
        serve(file, request, response);
    }

    /** The address as the browser sent it decides: in the servlet path a folder has become its welcome page already. */
    private static Optional<String> redirection(HttpServletRequest request) {
        String address =
                request.getRequestURI().substring(request.getContextPath().length());
        if (!address.equals(ROOT) && !address.equals("/viewer")) {
            return Optional.empty();
        }
        String portal = request.getContextPath() + "/";
        return Optional.of(
                request.getParameter(STUDY_PARAMETER) == null
                        ? portal
                        : request.getContextPath() + ROOT + "viewer?" + request.getQueryString());
    }

    private static void serve(String file, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        ServletContext files = request.getServletContext();
        String compressed = file + ".gz";
        if (files.getResource(compressed) == null) {
            request.getRequestDispatcher(file).forward(request, response);
            return;
        }
        response.setContentType(mediaType(file, files));
        response.setHeader("Vary", "Accept-Encoding");
        if (acceptsGzip(request)) {
            response.setHeader("Content-Encoding", "gzip");
            request.getRequestDispatcher(compressed).forward(request, response);
        } else {
            try (InputStream content = new GZIPInputStream(files.getResourceAsStream(compressed))) {
                content.transferTo(response.getOutputStream());
            }
        }
    }

    /** WebAssembly is compiled while it arrives only under its own type, and scripts need theirs under "nosniff". */
    private static String mediaType(String file, ServletContext files) {
        if (file.endsWith(".wasm")) {
            return "application/wasm";
        }
        if (file.endsWith(".js")) {
            return "text/javascript;charset=UTF-8";
        }
        return Optional.ofNullable(files.getMimeType(file)).orElse("application/octet-stream");
    }

    private static boolean acceptsGzip(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Accept-Encoding"))
                .orElse("")
                .contains("gzip");
    }
}
