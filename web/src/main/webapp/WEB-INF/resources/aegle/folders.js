"use strict";
/* The files in what was dropped or chosen, with their folders: [{file, name}]. */
const Folders = {
    /** What systems leave in folders and nobody means to upload. */
    BYPRODUCTS: new Set([".ds_store", "thumbs.db", "desktop.ini"]),

    ofInput(input) {
        return [...input.files]
            .map(file => ({ file, name: file.webkitRelativePath || file.name }))
            .filter(Folders.isMeant);
    },

    async ofDrop(transfer) {
        // Entries must be taken before the first await: the browser forgets them with the event.
        const entries = [...transfer.items].map(item => item.webkitGetAsEntry?.()).filter(Boolean);
        const found = [];
        for (const entry of entries) {
            await Folders.collect(entry, "", found);
        }
        return found.filter(Folders.isMeant);
    },

    async collect(entry, folder, found) {
        if (entry.isFile) {
            const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
            found.push({ file, name: folder + entry.name });
            return;
        }
        const reader = entry.createReader();
        // A reader tells at most a hundred entries at a time.
        for (let some = await Folders.read(reader); some.length > 0; some = await Folders.read(reader)) {
            for (const inner of some) {
                await Folders.collect(inner, `${folder}${entry.name}/`, found);
            }
        }
    },

    read(reader) {
        return new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    },

    isMeant(item) {
        return !Folders.BYPRODUCTS.has(item.file.name.toLowerCase());
    },
};
