package org.aegle.web.directory;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.aegle.imaging.transfer.Door;
import org.aegle.imaging.transfer.Transfer;
import org.aegle.imaging.transfer.Transfers;
import org.aegle.web.page.LogRows;
import org.aegle.web.session.CurrentCaller;

/** Reading what was exchanged with whom. */
@Named
@ViewScoped
public class TransferList implements Serializable {
    @Inject
    private Transfers transfers;

    @Inject
    private CurrentCaller me;

    private TransferFilter filter = new TransferFilter();
    private LogRows<Transfer> rows;

    public LogRows<Transfer> getRows() {
        if (rows == null) {
            rows = new LogRows<>(request -> transfers.search(me.get(), request), Transfer::id);
            rows.ask(filter.restrictions());
        }
        return rows;
    }

    public void search() {
        getRows().ask(filter.restrictions());
    }

    public void clear() {
        filter = new TransferFilter();
        search();
    }

    public Door[] getDoors() {
        return Door.values();
    }

    public TransferFilter getFilter() {
        return filter;
    }
}
