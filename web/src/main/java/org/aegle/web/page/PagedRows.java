package org.aegle.web.page;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.aegle.search.Page;
import org.aegle.search.Restriction;
import org.aegle.search.SearchRequest;
import org.aegle.search.Sort;
import org.omnifaces.util.Components;
import org.primefaces.component.datatable.DataTable;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/**
 * Rows of a table that come page by page from a boundary. Rows are counted once for a question, together with its first
 * page; turning pages asks for rows alone.
 */
public abstract class PagedRows<T> extends LazyDataModel<T> {
    private static final int FIRST_PAGE = 50;

    private List<Restriction> wanted = List.of();
    private List<Sort> order = List.of();
    private long total = -1;
    private transient Page<T> firstPage;

    /** Asks the boundary; the request has the restrictions, the order and the place. */
    protected abstract Page<T> search(SearchRequest request);

    /** The order where the person has chosen none. */
    protected abstract Sort[] usualOrder();

    /** Asks for the rows that fit; the table begins at its first page again. */
    public void ask(List<Restriction> restrictions) {
        wanted = List.copyOf(restrictions);
        total = -1;
        firstPage = null;
        Components.forEachComponent().ofTypes(DataTable.class).<DataTable>invoke(table -> table.setFirst(0));
    }

    /** Number of all rows. */
    public long getTotal() {
        if (total < 0) {
            firstPage = search(request(FIRST_PAGE).counted());
            total = firstPage.total().orElse(firstPage.rows().size());
        }
        return total;
    }

    @Override
    public int count(Map<String, FilterMeta> filterBy) {
        return (int) Math.min(getTotal(), Integer.MAX_VALUE);
    }

    @Override
    public List<T> load(int first, int pageSize, Map<String, SortMeta> sortBy, Map<String, FilterMeta> filterBy) {
        List<Sort> wanted = wanted(sortBy.values());
        if (!wanted.equals(order)) {
            order = wanted;
            firstPage = null;
        }
        if (first == 0 && firstPage != null && (pageSize <= FIRST_PAGE || !firstPage.hasMore())) {
            List<T> rows = firstPage.rows();
            firstPage = null;
            return rows.subList(0, Math.min(pageSize, rows.size()));
        }
        return search(request(pageSize).from(first)).rows();
    }

    private SearchRequest request(int size) {
        SearchRequest request =
                SearchRequest.all(size).sortedBy(order.isEmpty() ? usualOrder() : order.toArray(Sort[]::new));
        for (Restriction restriction : wanted) {
            request = request.and(restriction);
        }
        return request;
    }

    private static List<Sort> wanted(Collection<SortMeta> sorts) {
        return sorts.stream()
                .filter(SortMeta::isActive)
                .map(s -> new Sort(s.getField(), s.getOrder().isDescending()))
                .toList();
    }
}
