package org.aegle.dicom.deidentify;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * How objects are de-identified: the basic profile with some of its options. PS3.15 E.2, E.3.
 *
 * @param options the options
 * @param textCleaner what Clean Descriptors, Clean Graphics and Clean Structured Content do to free text, and Retain
 *     Device Identity and Patient Characteristics to AE titles and remarks
 * @param safePrivateElements what Retain Safe Private keeps
 * @param pixelRegions what Clean Pixel Data blackens
 */
public record DeidentificationProfile(
        Set<ProfileOption> options,
        TextCleaner textCleaner,
        SafePrivateElements safePrivateElements,
        PixelRegions pixelRegions) {
    /** Copies the options; full and modified dates exclude each other. */
    public DeidentificationProfile {
        options = Set.copyOf(options);
        if (options.contains(ProfileOption.RETAIN_FULL_DATES)
                && options.contains(ProfileOption.RETAIN_MODIFIED_DATES)) {
            throw new IllegalArgumentException("dates are either full or modified");
        }
    }

    /** The basic profile with options; text is removed, the safe private elements are those of the standard. */
    public static DeidentificationProfile basic(ProfileOption... options) {
        Set<ProfileOption> chosen = EnumSet.noneOf(ProfileOption.class);
        chosen.addAll(Arrays.asList(options));
        return new DeidentificationProfile(
                chosen, TextCleaner.NOTHING, SafePrivateElements.standard(), PixelRegions.NONE);
    }

    /** The same with another cleaner of text. */
    public DeidentificationProfile withTextCleaner(TextCleaner cleaner) {
        return new DeidentificationProfile(options, cleaner, safePrivateElements, pixelRegions);
    }

    /** The same with another list of private elements. */
    public DeidentificationProfile withSafePrivateElements(SafePrivateElements elements) {
        return new DeidentificationProfile(options, textCleaner, elements, pixelRegions);
    }

    /** The same with other regions. */
    public DeidentificationProfile withPixelRegions(PixelRegions regions) {
        return new DeidentificationProfile(options, textCleaner, safePrivateElements, regions);
    }

    boolean has(ProfileOption option) {
        return options.contains(option);
    }
}
