package org.aegle.web.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.aegle.search.Match;
import org.aegle.search.Restriction;
import org.aegle.web.page.ListFilter;

/** Which transfers are wanted; an empty part does not matter. */
public class TransferFilter extends ListFilter {
    private String peer = "";
    private String door = "";
    private boolean failuresOnly;

    /** The same in the parameters of {@link org.aegle.imaging.transfer.Transfers#TABLE}. */
    @Override
    public List<Restriction> restrictions() {
        List<Restriction> all = new ArrayList<>();
        days("date").ifPresent(all::add);
        if (!peer.isBlank()) {
            all.add(Restriction.where("peer", new Match.StartsWith(peer.strip())));
        }
        if (!door.isEmpty()) {
            all.add(Restriction.where("door", Match.is(door)));
        }
        if (failuresOnly) {
            all.add(Restriction.where("failure", Match.is("true")));
        }
        return all;
    }

    public String getPeer() {
        return peer;
    }

    public void setPeer(String peer) {
        this.peer = Objects.requireNonNullElse(peer, "");
    }

    public String getDoor() {
        return door;
    }

    public void setDoor(String door) {
        this.door = Objects.requireNonNullElse(door, "");
    }

    public boolean isFailuresOnly() {
        return failuresOnly;
    }

    public void setFailuresOnly(boolean failuresOnly) {
        this.failuresOnly = failuresOnly;
    }
}
