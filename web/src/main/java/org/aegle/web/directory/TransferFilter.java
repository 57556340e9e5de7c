package org.aegle.web.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.aegle.search.Match;
import org.aegle.search.Restriction;
import org.aegle.web.page.ListFilter;

/** Which associations are wanted; an empty part does not matter. */
public class TransferFilter extends ListFilter {
    private String aeTitle = "";
    private boolean failuresOnly;

    /** The same in the parameters of {@link org.aegle.imaging.transfer.Transfers#TABLE}. */
    @Override
    public List<Restriction> restrictions() {
        List<Restriction> all = new ArrayList<>();
        days("date").ifPresent(all::add);
        if (!aeTitle.isBlank()) {
            all.add(Restriction.where("aeTitle", new Match.StartsWith(aeTitle.strip())));
        }
        if (failuresOnly) {
            all.add(Restriction.where("failure", Match.is("true")));
        }
        return all;
    }

    public String getAeTitle() {
        return aeTitle;
    }

    public void setAeTitle(String aeTitle) {
        this.aeTitle = Objects.requireNonNullElse(aeTitle, "");
    }

    public boolean isFailuresOnly() {
        return failuresOnly;
    }

    public void setFailuresOnly(boolean failuresOnly) {
        this.failuresOnly = failuresOnly;
    }
}
