"use strict";
/* One resumable upload by tus 1.0.0: created, sent piece by piece, taken up again where it broke. */
class TusUpload {
    static CHUNK = 8 * 1024 * 1024;
    static WAITS = [1000, 2000, 4000, 8000, 15000, 30000];
    static TRIES_WHEN_SERVER_FAILS = 5;
    static VERSION = "1.0.0";

    /**
     * @param file what to send
     * @param name its name with its folder
     * @param metadata what else is said of it, by key
     * @param tell called with a word ("sending", "storing", "lost", "signedOut", "back") whenever it changes
     */
    constructor(file, name, tell, metadata = {}) {
        this.file = file;
        this.name = name;
        this.tell = tell;
        this.metadata = metadata;
        this.sent = 0;
        this.address = null;
        this.cancelled = false;
        this.request = null;
    }

    /** The report of the server: {state, files}. Fails with an Error whose message is a word: tooLarge, failed, unreadable, cancelled. */
    async run() {
        await this.persist(() => this.create());
        let stored = await this.persist(() => this.offset());
        while (stored < this.file.size) {
            stored = await this.persist(() => this.append(stored), () => this.offset());
        }
        this.sent = this.file.size;
        return this.report();
    }

    async cancel() {
        this.cancelled = true;
        this.request?.abort();
        if (this.address) {
            await fetch(this.address, { method: "DELETE", headers: { "Tus-Resumable": TusUpload.VERSION } }).catch(() => {});
        }
    }

    async create() {
        const metadata = Object.entries({ filename: this.name, ...this.metadata })
            .map(([key, value]) => `${key} ${btoa(String.fromCharCode(...new TextEncoder().encode(value)))}`)
            .join(",");
        const answer = await this.send("POST", "/upload", { "Upload-Length": String(this.file.size), "Upload-Metadata": metadata });
        this.address = answer.getResponseHeader("Location");
    }

    async offset() {
        const answer = await this.send("HEAD", this.address, {});
        return Number(answer.getResponseHeader("Upload-Offset"));
    }

    async append(offset) {
        const end = Math.min(offset + TusUpload.CHUNK, this.file.size);
        this.tell("sending");
        const piece = this.file.slice(offset, end);
        const answer = await this.send("PATCH", this.address,
            { "Upload-Offset": String(offset), "Content-Type": "application/offset+octet-stream" }, piece,
            loaded => {
                this.sent = offset + Math.min(loaded, end - offset);
                if (this.sent >= this.file.size) {
                    this.tell("storing");
                }
            });
        return Number(answer.getResponseHeader("Upload-Offset"));
    }

    /** Waits until every file in it has its outcome. */
    async report() {
        for (;;) {
            const answer = await this.persist(() => this.send("GET", this.address, {}));
            const report = JSON.parse(answer.responseText);
            if (report.state === "DONE" || report.state === "CANCELLED") {
                return report;
            }
            this.tell("storing");
            await this.pause(1000);
        }
    }

    /** Tries until it succeeds or cannot succeed; after a break, `again` finds out where things stand. */
    async persist(step, again = step) {
        let failures = 0;
        for (let tries = 0; ; tries++) {
            try {
                const result = await (tries === 0 ? step() : again());
                if (tries > 0) {
                    this.tell("back");
                }
                return result;
            } catch (error) {
                failures += error.status >= 500 ? 1 : 0;
                this.giveUpOn(error, failures);
                this.tell(error.status === 401 ? "signedOut" : "lost");
                await this.pause(TusUpload.WAITS[Math.min(tries, TusUpload.WAITS.length - 1)]);
            }
        }
    }

    giveUpOn(error, failures) {
        if (this.cancelled) {
            throw new Error("cancelled");
        }
        if (error.status === 413) {
            throw new Error("tooLarge");
        }
        if (error instanceof DOMException) {
            throw new Error("unreadable");
        }
        const passing = error.status === 0 || error.status === 401 || error.status === 409 || error.status >= 500;
        if (!passing || failures >= TusUpload.TRIES_WHEN_SERVER_FAILS) {
            throw new Error("failed");
        }
    }

    pause(milliseconds) {
        return new Promise(resolve => setTimeout(resolve, milliseconds));
    }

    /** XMLHttpRequest, because fetch does not tell how much was sent. */
    send(method, address, headers, body = null, progress = null) {
        return new Promise((resolve, reject) => {
            const request = new XMLHttpRequest();
            this.request = request;
            request.open(method, address);
            request.setRequestHeader("Tus-Resumable", TusUpload.VERSION);
            Object.entries(headers).forEach(([name, value]) => request.setRequestHeader(name, value));
            if (progress) {
                request.upload.addEventListener("progress", event => progress(event.loaded));
            }
            request.addEventListener("load", () => request.status < 300
                ? resolve(request)
                : reject(Object.assign(new Error(request.statusText), { status: request.status })));
            ["error", "abort", "timeout"].forEach(ending => request.addEventListener(ending,
                () => reject(Object.assign(new Error(ending), { status: 0 }))));
            request.send(body);
        });
    }
}
