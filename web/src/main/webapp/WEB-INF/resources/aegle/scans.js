"use strict";
/* The page of film and paper: files are chosen, put in order, and sent one after the other once the form is accepted. */
const Scans = (() => {
    const LARGEST = 2 ** 30;
    const LOOKS = { STORED: "ok", ALREADY_STORED: "ok", SET_ASIDE: "warn", REFUSED: "danger", SKIPPED: "danger" };

    const root = document.getElementById("scan");
    const list = document.getElementById("pages");
    const summary = document.getElementById("scan-summary");
    let pages = [];
    let begun = null;
    let sending = false;

    /** A text of the page with its values filled in. */
    function text(key, ...values) {
        const name = `text${key[0].toUpperCase()}${key.slice(1)}`;
        return values.reduce((all, value, index) => all.replace(`{${index}}`, value), root.dataset[name] ?? "");
    }

    function counted(pages) {
        return pages === 1 ? text("page") : text("pages", pages.toLocaleString(document.documentElement.lang));
    }

    async function add(files) {
        if (begun) {
            return;
        }
        for (const file of files) {
            const page = new ScanPage(file, text, act);
            pages.push(page);
            list.append(page.element);
            await page.open().catch(() => page.say(text("unreadable"), "danger"));
        }
        summary.hidden = true;
        arrange();
    }

    function act(page, word) {
        const at = pages.indexOf(page);
        if (word === "remove") {
            pages.splice(at, 1);
            page.close();
            (pages[Math.min(at, pages.length - 1)]?.title ?? document.getElementById("choose-files")).focus();
        } else {
            const to = at + (word === "up" ? -1 : 1);
            pages.splice(to, 0, pages.splice(at, 1)[0]);
            list.replaceChildren(...pages.map(one => one.element));
            const button = page.buttons[word === "up" ? 0 : 1];
            arrange();
            (button.disabled ? page.title : button).focus();
        }
        arrange();
    }

    function arrange() {
        pages.forEach((page, index) => page.place(index === 0, index === pages.length - 1));
        const count = document.getElementById("page-count");
        count.hidden = pages.length === 0;
        count.textContent = counted(pages.reduce((sum, page) => sum + page.pages, 0));
    }

    function tell(word, look) {
        summary.textContent = text(word);
        summary.className = `note note-block note-${look}`;
        summary.hidden = false;
    }

    /** Whether there is anything to send; asked before the form goes. */
    function ready() {
        if (pages.length === 0) {
            tell("none", "warn");
            document.getElementById("choose-files").focus();
        }
        return pages.length > 0 && !sending && !begun;
    }

    /** The form was accepted, unless there is no submission among the arguments. */
    function accepted(args) {
        if (!args?.submission || begun) {
            document.querySelector("#scan .ui-state-error")?.focus();
            return;
        }
        begun = { submission: args.submission, study: args.study };
        let number = 1;
        pages.forEach((page, index) => {
            page.freeze();
            page.said = { position: String(index + 1), number: String(number) };
            page.say(text("waiting"));
            number += page.pages;
        });
        const whom = document.getElementById("scan-whom");
        whom.textContent = args.whom;
        whom.hidden = false;
        root.classList.add("scan-sent");
        document.getElementById("scan-form").querySelectorAll("fieldset").forEach(set => { set.disabled = true; });
        window.scrollTo({ top: 0 });
        send();
    }

    async function send() {
        sending = true;
        document.getElementById("scan-done").hidden = true;
        tell("running", "neutral");
        for (const page of pages.filter(one => one.state === "new" || one.state === "failed")) {
            await sendOne(page);
        }
        sending = false;
        end();
    }

    async function sendOne(page) {
        const size = page.file.size;
        if (size === 0 || size > LARGEST) {
            finish(page, "refused", text(size === 0 ? "empty" : "tooLarge"), "danger");
            return;
        }
        const said = { ...page.said, submission: begun.submission, title: page.title.value };
        const upload = new TusUpload(page.file, page.file.name, word => page.say(text(word === "back" ? "sending" : word)), said);
        try {
            report(page, (await upload.run()).files);
        } catch (error) {
            const word = error.message === "tooLarge" || error.message === "unreadable" ? error.message : "failed";
            finish(page, word === "failed" ? "failed" : "refused", text(word), "danger");
        }
    }

    /** Of several pages the worst is told, with how many are stored. */
    function report(page, files) {
        const stored = files.filter(file => LOOKS[file.outcome] === "ok");
        const waiting = files.filter(file => file.outcome === "SET_ASIDE");
        const refused = files.filter(file => LOOKS[file.outcome] === "danger");
        const worst = refused[0] ?? waiting[0];
        if (files.length === 1) {
            const words = worst ? worst.reason : text(files[0].outcome === "STORED" ? "storedOne" : "knownOne");
            finish(page, worst ? waiting.length ? "aside" : "refused" : "stored", words, LOOKS[files[0].outcome]);
            return;
        }
        if (!worst) {
            const known = files.every(file => file.outcome === "ALREADY_STORED");
            finish(page, "stored", text(known ? "known" : "stored", counted(files.length)), "ok");
            return;
        }
        const parts = [stored.length ? text("stored", counted(stored.length)) : "",
            waiting.length ? `${text("aside", counted(waiting.length))} ${waiting[0].reason}` : "",
            refused.length ? `${text("refused", counted(refused.length))} ${refused[0].reason}` : ""];
        finish(page, stored.length ? "partly" : refused.length ? "refused" : "aside", parts.filter(Boolean).join(" "), LOOKS[worst.outcome]);
    }

    function finish(page, state, words, look) {
        page.state = state;
        page.say(words, look);
    }

    function end() {
        const stored = pages.filter(page => page.state === "stored" || page.state === "partly");
        const all = pages.every(page => page.state === "stored");
        tell(all ? "done" : stored.length ? "doneProblems" : "noneStored", all ? "ok" : "warn");
        const opens = stored.length > 0 && root.dataset.opensStudies === "true";
        link("done-study", `/imaging/study?uid=${encodeURIComponent(begun.study)}`, opens);
        link("done-viewer", `/viewer/?StudyInstanceUIDs=${encodeURIComponent(begun.study)}`, opens);
        if (stored.length > 0) {
            document.getElementById("done-more").href = `/imaging/scan?study=${encodeURIComponent(begun.study)}`;
        }
        document.getElementById("try-again").hidden = !pages.some(page => page.state === "failed");
        document.getElementById("scan-done").hidden = false;
        document.getElementById("scan-done").querySelector("a:not([hidden])").focus({ preventScroll: true });
    }

    function link(id, address, shown) {
        const anchor = document.getElementById(id);
        anchor.href = address;
        anchor.hidden = !shown;
    }

    function choose(button, input) {
        document.getElementById(button).addEventListener("click", () => document.getElementById(input).click());
        document.getElementById(input).addEventListener("change", event => {
            add([...event.target.files]);
            event.target.value = "";
        });
    }

    const drop = document.getElementById("drop");
    let over = 0;
    const mark = change => {
        over = Math.max(0, over + change);
        drop.classList.toggle("drop-zone-over", over > 0);
    };
    drop.addEventListener("dragenter", event => { event.preventDefault(); mark(1); });
    drop.addEventListener("dragleave", () => mark(-1));
    // Dropped beside the zone, a file must not replace the page.
    window.addEventListener("dragover", event => event.preventDefault());
    window.addEventListener("drop", async event => {
        event.preventDefault();
        mark(-over);
        add((await Folders.ofDrop(event.dataTransfer)).map(item => item.file));
    });
    // Enter in a field would press the form's first button, whichever that is.
    document.getElementById("scan-form").addEventListener("keydown", event => {
        if (event.key === "Enter" && event.target.matches("input")) {
            event.preventDefault();
        }
    });
    choose("choose-files", "files");
    choose("take-picture", "camera");
    document.getElementById("try-again").addEventListener("click", send);
    window.addEventListener("beforeunload", event => {
        if (sending || (pages.length > 0 && !begun)) {
            event.preventDefault();
        }
    });

    return { ready, begun: accepted };
})();
window.Scans = Scans;
