"use strict";
/* What every page can do: theme, menus, shortcuts, lists by keyboard, pictures that are missing. */
const Aegle = (() => {
    const YEAR = 365 * 24 * 3600;

    function keep(name, value) {
        document.cookie = `${name}=${value}; path=/; max-age=${YEAR}; samesite=lax`;
    }

    /** Applies a theme at once; the account remembers it by the request that goes along. */
    function paint(theme) {
        document.documentElement.dataset.theme = theme;
        document.querySelectorAll("link[data-for-theme]").forEach(link => {
            const own = link.dataset.forTheme;
            link.media = theme === "system" ? `(prefers-color-scheme: ${own})` : theme === own ? "all" : "not all";
        });
        document.querySelectorAll("#theme-menu .menu-item").forEach(item =>
            item.classList.toggle("menu-item-chosen", item.id === `theme-${theme}`));
        document.getElementById("theme-menu")?.hidePopover?.();
    }

    function reload() {
        window.location.replace(window.location.href.split("#")[0]);
    }

    function isTyping(target) {
        return target.closest("input, textarea, select, [contenteditable]") !== null;
    }

    function openSheet(id) {
        document.querySelectorAll("[popover]:popover-open").forEach(menu => menu.hidePopover());
        document.getElementById(id)?.showModal();
    }

    function onKey(event) {
        if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) {
            return;
        }
        if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            moveInList(event);
        } else if (!isTyping(event.target) && event.key === "/") {
            event.preventDefault();
            document.getElementById("global-search")?.select();
            document.getElementById("global-search")?.focus();
        } else if (!isTyping(event.target) && event.key === "?") {
            event.preventDefault();
            openSheet("shortcuts");
        }
    }

    /** Arrow keys go from row to row; from a search field they go into the list below. */
    function moveInList(event) {
        const list = event.target.closest("[data-list]") ?? document.querySelector("main [data-list]");
        const inSearch = event.target.matches("input[type=search]") && event.key === "ArrowDown";
        if (!list || (!inSearch && !event.target.closest("[data-list]") && event.target !== document.body)) {
            return;
        }
        const rows = [...list.querySelectorAll("a.row, a.row-link")];
        const here = rows.indexOf(event.target.closest("a"));
        const next = here < 0 ? 0 : here + (event.key === "ArrowDown" ? 1 : -1);
        if (rows[next]) {
            event.preventDefault();
            rows[next].focus();
        }
    }

    function onClick(event) {
        const target = event.target;
        const opener = target.closest("[data-opens]");
        if (opener) {
            openSheet(opener.dataset.opens);
        } else if (target.closest("[data-closes]")) {
            target.closest("dialog")?.close();
        } else if (target.closest("[data-toggles=rail]")) {
            toggleRail(target.closest("[data-toggles=rail]"));
        } else if (target.closest("[data-prints]")) {
            window.print();
        } else {
            followRow(event);
        }
    }

    /** A click anywhere in a row opens it, unless it was on a control or selected text. */
    function followRow(event) {
        const row = event.target.closest("[data-list] tr, .study-card, .series-card");
        const busy = event.target.closest("a, button, input, label, summary") || String(window.getSelection());
        if (row && !busy && event.button === 0) {
            row.querySelector("a.row-link")?.click();
        }
    }

    function toggleRail(button) {
        const narrow = document.documentElement.classList.toggle("narrow-rail");
        button.setAttribute("aria-pressed", narrow);
        keep("aegle-rail", narrow ? "narrow" : "wide");
    }

    /** The address follows a search field, so that reload, bookmark and the way back show the same. */
    function followInAddress(event) {
        const name = event.target.dataset?.follows;
        if (name) {
            const address = new URL(window.location.href);
            address.search = event.target.value ? new URLSearchParams([[name, event.target.value]]).toString() : "";
            window.history.replaceState(window.history.state, "", address);
        }
    }

    /** Leaving a form with changes asks first; sending it does not, unless it comes back with something to mend. */
    function guardForms() {
        let changed = false;
        let sent = false;
        document.addEventListener("input", event => { changed ||= event.target.closest("form[data-guard]") !== null; });
        document.addEventListener("click", event => {
            if (event.target.closest("form[data-guard] button.ui-button")) {
                sent = changed;
                changed = false;
                holdForm(event.target.closest("form[data-guard]"));
            }
        });
        window.jQuery?.(document).on("pfAjaxComplete", (event, request) => {
            changed ||= sent && !request?.responseXML?.querySelector("redirect");
            sent = false;
        });
        window.addEventListener("beforeunload", event => {
            if (changed) {
                event.preventDefault();
            }
        });
    }

    /** The answer brings the form anew: what was typed meanwhile would be lost, so nothing can be. */
    function holdForm(form) {
        const focused = document.activeElement?.id;
        setTimeout(() => { form.inert = true; });
        window.jQuery?.(document).one("pfAjaxComplete", () => setTimeout(() => {
            form.inert = false;
            if (document.activeElement === document.body) {
                document.getElementById(focused)?.focus();
            }
        }));
    }

    /** A request of the page that got no answer must not look as if nothing had been asked. */
    function tellUnanswered(unanswered) {
        const note = document.getElementById("unanswered");
        if (note && note.hidden === unanswered) {
            note.hidden = !unanswered;
        }
    }

    window.jQuery?.(document)
        .on("pfAjaxError", () => tellUnanswered(true))
        .on("pfAjaxSuccess", () => tellUnanswered(false));
    document.addEventListener("keydown", onKey);
    document.addEventListener("click", onClick);
    document.addEventListener("input", followInAddress);
    // Load events of pictures do not bubble; they are caught on the way down.
    document.addEventListener("error", event => {
        if (event.target.matches?.(".thumbnail img")) {
            event.target.hidden = true;
        }
    }, true);
    document.querySelectorAll(".thumbnail img").forEach(image => {
        if (image.complete && image.naturalWidth === 0 && image.currentSrc) {
            image.hidden = true;
        }
    });
    guardForms();
    keep("aegle-zone", Intl.DateTimeFormat().resolvedOptions().timeZone.replaceAll("/", "~"));

    return { paint, reload };
})();
window.Aegle = Aegle;
