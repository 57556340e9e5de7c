package org.aegle.dimse;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many associations each calling AE title has now, those being decided about among them. */
@ApplicationScoped
public class OpenAssociations {
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();

    /** One more; gives their number with it. */
    int add(String aeTitle) {
        return numbers.merge(aeTitle, 1, Integer::sum);
    }

    /** One less. */
    void remove(String aeTitle) {
        numbers.computeIfPresent(aeTitle, (title, number) -> number > 1 ? number - 1 : null);
    }
}
