package org.aegle.web.directory;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.aegle.imaging.transfer.Transfers;
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
    private TransferRows rows;

    public TransferRows getRows() {
        if (rows == null) {
            rows = new TransferRows(transfers, me);
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

    public TransferFilter getFilter() {
        return filter;
    }
}
