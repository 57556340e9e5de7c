package org.aegle.web.directory;

import org.aegle.imaging.transfer.Transfer;
import org.aegle.imaging.transfer.Transfers;
import org.aegle.search.Page;
import org.aegle.search.SearchRequest;
import org.aegle.search.Sort;
import org.aegle.web.page.PagedRows;
import org.aegle.web.session.CurrentCaller;

/** The associations that fit a filter, newest first. */
public class TransferRows extends PagedRows<Transfer> {
    private final Transfers transfers;
    private final CurrentCaller me;

    TransferRows(Transfers transfers, CurrentCaller me) {
        this.transfers = transfers;
        this.me = me;
    }

    @Override
    protected Page<Transfer> search(SearchRequest request) {
        return transfers.search(me.get(), request);
    }

    @Override
    protected Sort[] usualOrder() {
        return new Sort[] {new Sort("id", true)};
    }

    @Override
    public String getRowKey(Transfer transfer) {
        return Long.toString(transfer.id());
    }
}
