package org.aegle.web.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.aegle.access.http.CallerAuthentication;

/**
 * Lets nobody unknown any further than the open addresses. A browser that wanted a page is led to the sign-in page and
 * from there back; a program or a script gets 401.
 */
public class RequireSignIn extends HttpFilter {
    private static final Set<String> OPEN_PAGES = Set.of("/login", "/login.xhtml");
    private static final Set<String> OPEN_FOLDERS = Set.of("/jakarta.faces.resource/", "/oauth/");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isOpen(path(request)) || CallerAuthentication.caller(request).isPresent()) {
            chain.doFilter(request, response);
        } else if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            redirectPartially(response, pageOf(request).signIn());
        } else if (isNavigation(request)) {
            response.sendRedirect(wanted(request).signIn());
        } else {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    private static boolean isOpen(String path) {
        return OPEN_PAGES.contains(path) || OPEN_FOLDERS.stream().anyMatch(path::startsWith);
    }

    private static String path(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }

    private static boolean isNavigation(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        String accept = Optional.ofNullable(request.getHeader("Accept")).orElse("");
        return mode == null ? accept.contains("text/html") : mode.equals("navigate");
    }

    private static ReturnAddress wanted(HttpServletRequest request) {
        String query = request.getQueryString();
        return ReturnAddress.of(query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query);
    }

    /** The page from which a script asked. */
    private static ReturnAddress pageOf(HttpServletRequest request) {
        try {
            URI page =
                    URI.create(Optional.ofNullable(request.getHeader("Referer")).orElse(""));
            return ReturnAddress.of(
                    page.getRawQuery() == null ? page.getRawPath() : page.getRawPath() + "?" + page.getRawQuery());
        } catch (IllegalArgumentException notAnAddress) {
            return ReturnAddress.HOME;
        }
    }

    /** What a Faces script understands as a redirect. */
    private static void redirectPartially(HttpServletResponse response, String address) throws IOException {
        response.setContentType("text/xml;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter()
                .write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\"" + address
                        + "\"></redirect></partial-response>");
    }
}
