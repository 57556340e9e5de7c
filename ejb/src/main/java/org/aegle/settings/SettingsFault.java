package org.aegle.settings;

import java.util.List;

/** What is wrong with the configuration, all of it at once, one sentence each. */
public class SettingsFault extends IllegalStateException {
    public SettingsFault(List<String> faults) {
        super("The configuration cannot be used: " + String.join("; ", faults));
    }
}
