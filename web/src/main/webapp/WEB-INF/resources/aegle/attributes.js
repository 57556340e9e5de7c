"use strict";
/* The list of an instance's attributes: sequences fold, a filter finds lines with all that they stand in. */
(() => {
    const rows = [...document.querySelectorAll("#attributes tbody tr")];
    const filter = document.getElementById("attribute-filter");
    const levels = document.getElementById("attribute-levels");
    const none = document.getElementById("attribute-none");
    const open = new Set();

    const level = row => Number(row.dataset.level);
    const twist = row => row.querySelector(".twist");

    /** The lines that a line stands in, from the outside in. */
    function parents(index) {
        const found = [];
        let wanted = level(rows[index]) - 1;
        for (let i = index - 1; i >= 0 && wanted >= 0; i--) {
            if (level(rows[i]) === wanted) {
                found.unshift(i);
                wanted--;
            }
        }
        return found;
    }

    const ancestors = rows.map((_, index) => parents(index));

    function show() {
        const words = filter.value.trim().toLowerCase();
        const visible = words ? fitting(words) : unfolded();
        rows.forEach((row, index) => {
            row.hidden = !visible.has(index);
            twist(row)?.setAttribute("aria-expanded", words ? "true" : String(open.has(index)));
        });
        none.hidden = visible.size > 0;
    }

    function fitting(words) {
        const visible = new Set();
        rows.forEach((row, index) => {
            if (row.textContent.toLowerCase().includes(words)) {
                ancestors[index].forEach(i => visible.add(i));
                visible.add(index);
            }
        });
        return visible;
    }

    function unfolded() {
        return new Set([...rows.keys()].filter(index => ancestors[index].every(i => open.has(i))));
    }

    function toggleAll() {
        const expand = levels.getAttribute("aria-pressed") === "false";
        open.clear();
        rows.forEach((row, index) => {
            if (expand && row.dataset.parent === "true") {
                open.add(index);
            }
        });
        levels.setAttribute("aria-pressed", String(expand));
        levels.textContent = expand ? levels.dataset.textCollapse : levels.dataset.textExpand;
        show();
    }

    document.getElementById("attributes").addEventListener("click", event => {
        const button = event.target.closest(".twist");
        if (button) {
            const index = rows.indexOf(button.closest("tr"));
            if (!open.delete(index)) {
                open.add(index);
            }
            show();
        }
    });
    filter.addEventListener("input", show);
    levels.addEventListener("click", toggleAll);
    show();
})();
