package org.aegle.dicom.deidentify;

import java.util.Map;
import java.util.Set;

/**
 * A row of table E.1-1.
 *
 * @param basic what the basic profile does
 * @param options what options do in its place
 */
record ConfidentialityRule(Action basic, Map<ProfileOption, Action> options) {
    static final ConfidentialityRule KEEP = new ConfidentialityRule(Action.KEEP, Map.of());
    static final ConfidentialityRule REMOVE = new ConfidentialityRule(Action.REMOVE, Map.of());

    /**
     * What is done with these options. Where one cleans and another keeps, cleaning wins: a device's date of calibration
     * that stayed while all other dates are shifted would tell the shift.
     */
    Action action(Set<ProfileOption> chosen) {
        Action action = basic;
        for (Map.Entry<ProfileOption, Action> option : options.entrySet()) {
            if (chosen.contains(option.getKey()) && action != Action.CLEAN) {
                action = option.getValue();
            }
        }
        return action;
    }
}
