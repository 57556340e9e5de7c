package org.aegle.dicomweb;

import jakarta.ws.rs.core.UriInfo;
import org.aegle.imaging.RetrievableInstance;

/** The addresses that answers name. */
final class Addresses {
    private Addresses() {}

    /** Of the service, without a slash at the end. */
    static String base(UriInfo uri) {
        return uri.getBaseUri().toString().replaceFirst("/$", "");
    }

    /** Of an instance. */
    static String of(UriInfo uri, RetrievableInstance instance) {
        return base(uri) + "/studies/" + instance.study() + "/series/" + instance.series() + "/instances/"
                + instance.uid();
    }
}
