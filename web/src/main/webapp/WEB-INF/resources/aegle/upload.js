"use strict";
/* The queue of the upload page: a few files at a time, one that fails never stops the others. */
(() => {
    const PARALLEL = 3;
    const RATE_WINDOW = 5000;

    const root = document.getElementById("upload");
    const view = new UploadView(root);
    const waiting = [];
    const running = new Set();
    let all = { files: 0, done: 0, size: 0, sentByDone: 0 };
    let samples = [];
    let ticking = null;
    let cancelled = false;

    function add(items) {
        if (items.length === 0) {
            view.nothing();
            return;
        }
        if (!ticking) {
            all = { files: 0, done: 0, size: 0, sentByDone: 0 };
            samples = [];
            cancelled = false;
            view.start();
            ticking = setInterval(tick, 250);
        }
        for (const item of items) {
            waiting.push(item);
            all.files++;
            all.size += item.file.size;
        }
        fill();
    }

    function fill() {
        while (running.size < PARALLEL && waiting.length > 0) {
            start(waiting.shift());
        }
        tick();
        if (running.size === 0 && ticking) {
            clearInterval(ticking);
            ticking = null;
            view.end(cancelled);
        }
    }

    async function start(item) {
        const upload = new TusUpload(item.file, item.name, word => { upload.word = word === "back" ? "sending" : word; });
        upload.word = "waiting";
        running.add(upload);
        try {
            const report = await upload.run();
            report.files.forEach(file => view.file(file));
        } catch (error) {
            if (error.message !== "cancelled") {
                view.problem(item.name, view.text(error.message) || view.text("failed"));
            }
        }
        running.delete(upload);
        all.done++;
        all.sentByDone += item.file.size;
        fill();
    }

    function tick() {
        const sent = all.sentByDone + [...running].reduce((sum, upload) => sum + upload.sent, 0);
        const now = performance.now();
        samples.push({ now, sent });
        samples = samples.filter(sample => now - sample.now <= RATE_WINDOW);
        const span = (now - samples[0].now) / 1000;
        const rate = span > 1 ? (sent - samples[0].sent) / span : 0;
        const left = rate > 0 && sent < all.size ? (all.size - sent) / rate : null;
        view.progress({ done: all.done, files: all.files, sent, size: all.size, rate, left });
        const words = [...running].map(upload => ({ name: upload.name, word: upload.word }));
        view.active(words.map(({ name, word }) => ({ name, word: word === "storing" || word === "sending" ? word : "waiting" })));
        view.trouble(words.find(({ word }) => word === "lost" || word === "signedOut")?.word ?? null);
    }

    async function cancel() {
        cancelled = true;
        waiting.length = 0;
        await Promise.all([...running].map(upload => upload.cancel()));
    }

    function choose(button, input) {
        document.getElementById(button).addEventListener("click", () => document.getElementById(input).click());
        document.getElementById(input).addEventListener("change", event => {
            add(Folders.ofInput(event.target));
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
        add(await Folders.ofDrop(event.dataTransfer));
    });
    choose("choose-files", "files");
    choose("choose-folder", "folder");
    document.getElementById("cancel").addEventListener("click", cancel);
    window.addEventListener("beforeunload", event => {
        if (ticking) {
            event.preventDefault();
        }
    });
})();
