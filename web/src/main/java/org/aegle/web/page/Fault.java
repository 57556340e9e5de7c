package org.aegle.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;

/** The number under which the log knows the fault that an error page tells of. */
@Named
@RequestScoped
public class Fault {
    /** Where OmniFaces' FacesExceptionFilter leaves the number that it logged. */
    private static final String UUID_OF_FILTER = "org.omnifaces.exception_uuid";

    private static final System.Logger LOG = System.getLogger(Fault.class.getName());

    @Inject
    private HttpServletRequest request;

    private String number;

    /** Made and logged here where the fault came before a page was reached, such as while the caller was looked up. */
    public String getNumber() {
        if (number == null) {
            Object known = request.getAttribute(UUID_OF_FILTER);
            number = known == null ? log() : known.toString();
        }
        return number;
    }

    private String log() {
        String made = UUID.randomUUID().toString();
        LOG.log(
                System.Logger.Level.ERROR,
                "Fault {0} at {1}: {2}",
                made,
                request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI),
                request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        return made;
    }
}
