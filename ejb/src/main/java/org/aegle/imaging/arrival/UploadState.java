package org.aegle.imaging.arrival;

/** Where an upload stands. */
public enum UploadState {
    /** Bytes are missing still. */
    RECEIVING,
    /** All bytes are here and are being stored. */
    STORING,
    /** Every file in it has its outcome. */
    DONE,
    /** Given up by its owner. */
    CANCELLED
}
