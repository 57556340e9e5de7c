package org.aegle.web.viewer;

import jakarta.servlet.http.HttpServletResponse;

/**
 * What a browser is told about the viewer's files: no script but ours, no host but this one, isolated from other
 * windows, and for how long a file may be kept.
 */
final class ViewerHeaders {

    private static final String PAGE_POLICY = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self' 'wasm-unsafe-eval'",
            "worker-src 'self' blob:",
            "connect-src 'self' blob: data:",
            "img-src 'self' blob: data:",
            "font-src 'self' data:",
            "style-src 'self' 'unsafe-inline'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'self'");

    /**
     * The policy of a worker is that of its script, not of the page. The image decoders (Emscripten) make functions from
     * text when they start, which is allowed there and only there: a worker has no document and no cookies to read.
     */
    private static final String WORKER_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self' 'unsafe-eval' 'wasm-unsafe-eval'",
            "connect-src 'self' blob: data:");

    private ViewerHeaders() {}

    /**
     * Sets the headers of one answer.
     *
     * @param file the path of the file, {@code /viewer/…}
     * @param neverChanges whether the file's name holds the hash of its content; any other file is fetched each time,
     *     because files of reproducible builds all bear one date and "not modified" would be said of a changed one
     */
    static void set(HttpServletResponse response, String file, boolean neverChanges) {
        response.setHeader("Content-Security-Policy", file.endsWith(".js") ? WORKER_POLICY : PAGE_POLICY);
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", neverChanges ? "public, max-age=31536000, immutable" : "no-store");
    }
}
