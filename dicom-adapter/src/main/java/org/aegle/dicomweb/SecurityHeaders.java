package org.aegle.dicomweb;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** What a browser must not do with what it gets here: guess its type, show it to other sites, keep it for others. */
@Provider
public class SecurityHeaders implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
        response.getHeaders().putSingle("Cross-Origin-Resource-Policy", "same-origin");
        response.getHeaders().putIfAbsent("Cache-Control", java.util.List.of("private, no-store"));
    }
}
