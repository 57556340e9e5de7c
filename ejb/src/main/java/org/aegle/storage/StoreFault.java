package org.aegle.storage;

/** Why the blob store or its keys cannot be used at all: one sentence for an administrator. */
public final class StoreFault extends IllegalStateException {
    StoreFault(String sentence) {
        super(sentence);
    }

    StoreFault(String sentence, Throwable cause) {
        super(sentence + ": " + reason(cause));
    }

    private static String reason(Throwable cause) {
        Throwable deepest = cause;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest.getClass().getSimpleName() + " " + deepest.getMessage();
    }
}
