package org.aegle.web.reconciliation;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.aegle.access.Caller;
import org.aegle.access.http.CallerAuthentication;
import org.aegle.imaging.arrival.Reconciliation;
import org.aegle.refusal.NotFound;
import org.aegle.refusal.Refusal;

/**
 * Pictures of what waits and of what is stored in its place, for those who reconcile: {@code case} names it, {@code side}
 * is {@code came} or {@code known}. 404 for all that is not there or not to be seen.
 */
@WebServlet("/reconciliation/picture")
public class CasePictures extends HttpServlet {
    private static final int SIZE = 384;

    @Inject
    private Reconciliation reconciliation;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Optional<byte[]> picture = picture(request);
            if (picture.isEmpty()) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            response.setContentType("image/jpeg");
            response.setHeader("Cache-Control", "private, no-store");
            response.getOutputStream().write(picture.get());
        } catch (Refusal | EJBAccessException e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private Optional<byte[]> picture(HttpServletRequest request) throws IOException {
        String id = request.getParameter("case");
        if (id == null || !id.matches("\\d{1,18}")) {
            throw new NotFound("ReconciliationCase", String.valueOf(id));
        }
        Caller caller = CallerAuthentication.caller(request).orElseThrow();
        return "known".equals(request.getParameter("side"))
                ? reconciliation.knownPicture(caller, Long.parseLong(id), SIZE)
                : reconciliation.picture(caller, Long.parseLong(id), SIZE);
    }
}
