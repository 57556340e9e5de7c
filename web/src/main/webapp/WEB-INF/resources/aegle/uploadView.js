"use strict";
/* What the upload page shows: progress while it runs, a card for each study, and the files that need a look. */
class UploadView {
    constructor(root) {
        this.root = root;
        this.language = document.documentElement.lang;
        this.studies = new Map();
        this.problems = 0;
    }

    element(id) {
        return document.getElementById(id);
    }

    /** A text of the page with its values filled in. */
    text(key, ...values) {
        const name = `text${key[0].toUpperCase()}${key.slice(1)}`;
        return values.reduce((text, value, index) => text.replace(`{${index}}`, value), this.root.dataset[name] ?? "");
    }

    number(value) {
        return value.toLocaleString(this.language);
    }

    bytes(count) {
        const units = ["B", "kB", "MB", "GB", "TB"];
        let unit = 0;
        for (; count >= 1000 && unit < units.length - 1; unit++) {
            count /= 1000;
        }
        return `${count.toLocaleString(this.language, { maximumFractionDigits: count < 10 && unit > 0 ? 1 : 0 })}\u00a0${units[unit]}`;
    }

    start() {
        this.element("progress").hidden = false;
        this.element("summary").hidden = true;
    }

    /** @param now {done, files, sent, size, rate, left}; rate in bytes a second, left in seconds or null */
    progress(now) {
        const bar = this.element("bar");
        bar.max = Math.max(now.size, 1);
        bar.value = now.sent;
        this.element("progress-count").textContent =
            this.text("progress", this.number(now.done), this.number(now.files), this.bytes(now.sent), this.bytes(now.size));
        const parts = now.rate > 0 ? [this.text("rate", this.bytes(now.rate))] : [];
        if (now.left !== null) {
            parts.push(now.left < 90
                ? this.text("leftSeconds", this.number(Math.ceil(now.left)))
                : this.text("leftMinutes", this.number(Math.ceil(now.left / 60))));
        }
        this.element("progress-rate").textContent = parts.join(" · ");
    }

    /** @param uploads [{name, word}] that are being sent at this moment */
    active(uploads) {
        this.element("active").replaceChildren(...uploads.map(({ name, word }) => {
            const line = document.createElement("li");
            line.append(this.span(name), this.span(this.text(word)));
            return line;
        }));
    }

    trouble(word) {
        const note = this.element("progress-note");
        const text = word ? this.text(word) : "";
        if (note.textContent !== text) {
            note.textContent = text;
            note.hidden = !word;
        }
    }

    /** @param file {name, outcome, reason, study, patientName, studyDescription} */
    file(file) {
        if (file.study && file.outcome !== "REFUSED" && file.outcome !== "SKIPPED") {
            this.count(file);
        }
        if (file.outcome !== "STORED" && file.outcome !== "ALREADY_STORED") {
            this.problem(file.name, file.reason);
        }
    }

    problem(name, reason) {
        this.problems++;
        this.element("results").hidden = false;
        this.element("result-problems").hidden = false;
        this.element("problem-count").textContent = this.number(this.problems);
        const line = document.createElement("li");
        line.className = "row row-still";
        const main = this.span("", "row-main");
        main.append(this.span(name, "row-title"), this.span(reason, "row-text"));
        line.append(main);
        this.element("problems").append(line);
    }

    count(file) {
        const study = this.studies.get(file.study) ?? this.addStudy(file);
        study[file.outcome] = (study[file.outcome] ?? 0) + 1;
        const badges = [["STORED", "stored", "badge-ok"], ["ALREADY_STORED", "known", "badge-neutral"], ["SET_ASIDE", "aside", "badge-warn"]];
        study.badges.replaceChildren(...badges.filter(([outcome]) => study[outcome])
            .map(([outcome, word, look]) => this.span(this.text(word, this.number(study[outcome])), `badge ${look}`)));
    }

    addStudy(file) {
        this.element("results").hidden = false;
        const card = document.createElement("li");
        card.className = "card result-study";
        const title = document.createElement("h3");
        title.textContent = file.studyDescription || this.text("undescribed");
        const study = { badges: this.span("", "result-badges") };
        card.append(title, this.span(file.patientName || this.text("unnamed"), "quiet"), study.badges);
        if (this.root.dataset.opensStudies === "true") {
            const link = document.createElement("a");
            link.href = `/imaging/study?uid=${encodeURIComponent(file.study)}`;
            link.textContent = this.text("open");
            card.append(link);
        }
        this.element("result-studies").append(card);
        this.studies.set(file.study, study);
        return study;
    }

    end(cancelled) {
        this.element("progress").hidden = true;
        this.trouble(null);
        const summary = this.element("summary");
        const word = cancelled ? "cancelled" : this.problems > 0 ? "doneProblems" : "done";
        summary.textContent = this.text(word);
        summary.className = `note note-block ${word === "done" ? "note-ok" : "note-warn"}`;
        summary.hidden = false;
    }

    nothing() {
        const summary = this.element("summary");
        summary.textContent = this.text("empty");
        summary.className = "note note-block";
        summary.hidden = false;
    }

    span(text, look = "") {
        const span = document.createElement("span");
        span.textContent = text;
        if (look) {
            span.className = look;
        }
        return span;
    }
}
