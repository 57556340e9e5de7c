package org.aegle.dicom.deidentify;

/** Takes what identifies a person out of free text. Called from several threads. PS3.15 E.3.5. */
@FunctionalInterface
public interface TextCleaner {
    /** Lets no text through. */
    TextCleaner NOTHING = (tag, text) -> "";

    /**
     * The text that may be disclosed.
     *
     * @param tag the element it stands in
     * @param text one value
     * @return empty when none of it may be
     */
    String clean(int tag, String text);
}
