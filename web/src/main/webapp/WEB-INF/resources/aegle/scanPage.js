"use strict";
/* One file on the page of film and paper: its picture, its title, its place, and what became of it. */
class ScanPage {
    static TIFF = /^(II\*\0|MM\0\*)/;
    static MOST_PAGES = 2000;

    /**
     * @param file what was chosen
     * @param text a text of the page by its key, with values
     * @param act called with the page and "up", "down" or "remove"
     */
    constructor(file, text, act) {
        this.file = file;
        this.text = text;
        this.pages = 1;
        this.state = "new";
        this.element = document.createElement("li");
        this.element.className = "scan-page";
        this.preview = this.make("span", "scan-preview");
        this.title = this.make("input", "ui-inputfield");
        this.status = this.make("span", "scan-status");
        this.status.setAttribute("role", "status");
        this.build(act);
    }

    make(name, look = "", text = "") {
        const element = document.createElement(name);
        element.className = look;
        element.textContent = text;
        return element;
    }

    build(act) {
        const main = this.make("div", "scan-main");
        this.title.maxLength = 64;
        this.title.placeholder = this.text("untitled");
        this.title.setAttribute("aria-label", this.text("name", this.file.name));
        main.append(this.make("span", "row-title break", this.file.name), this.title, this.status);
        const tools = this.make("div", "scan-tools");
        this.buttons = [["up", "pi-arrow-up"], ["down", "pi-arrow-down"], ["remove", "pi-trash"]].map(([word, icon]) => {
            const button = this.make("button", "tool");
            button.type = "button";
            button.title = this.text(word);
            button.setAttribute("aria-label", `${this.text(word)}: ${this.file.name}`);
            button.append(this.make("span", `pi ${icon}`));
            button.addEventListener("click", () => act(this, word));
            return button;
        });
        tools.append(...this.buttons);
        this.element.append(this.preview, main, tools);
        this.say("");
    }

    /** Shows the picture; kinds that a browser does not show are told by name. */
    async open() {
        const start = new TextDecoder("latin1").decode(await this.file.slice(0, 1024).arrayBuffer());
        if (ScanPage.TIFF.test(start)) {
            this.pages = await this.countPages(start[0] === "I").catch(() => 1);
            this.label("TIFF", this.pages > 1 ? this.text("pages", this.pages) : "");
        } else if (start.includes("%PDF-")) {
            this.label("PDF", "");
        } else {
            this.show();
        }
    }

    show() {
        this.address = URL.createObjectURL(this.file);
        const image = document.createElement("img");
        image.alt = "";
        image.addEventListener("error", () => this.label(this.file.name.split(".").pop().toUpperCase().slice(0, 5), ""));
        image.src = this.address;
        this.preview.replaceChildren(image);
    }

    label(kind, detail) {
        this.preview.replaceChildren(this.make("span", "scan-kind", kind), this.make("span", "scan-detail", detail));
    }

    /** Directories of a TIFF file, each of which tells where the next one is. TIFF 6.0, section 2. */
    async countPages(little) {
        let at = (await this.read(4, 4)).getUint32(0, little);
        let count = 0;
        for (; at > 0 && at + 2 <= this.file.size && count < ScanPage.MOST_PAGES; count++) {
            const entries = (await this.read(at, 2)).getUint16(0, little);
            const next = at + 2 + entries * 12;
            at = next + 4 <= this.file.size ? (await this.read(next, 4)).getUint32(0, little) : 0;
        }
        return Math.max(count, 1);
    }

    async read(from, length) {
        return new DataView(await this.file.slice(from, from + length).arrayBuffer());
    }

    say(text, look = "") {
        this.status.textContent = text;
        this.status.className = `scan-status ${look}`;
        this.status.hidden = text === "";
    }

    /** @param first, last whether it stands there */
    place(first, last) {
        this.buttons[0].disabled = first;
        this.buttons[1].disabled = last;
    }

    freeze() {
        this.title.readOnly = true;
        this.buttons.forEach(button => { button.hidden = true; });
    }

    close() {
        if (this.address) {
            URL.revokeObjectURL(this.address);
        }
        this.element.remove();
    }
}
