package org.aegle.dicom.network.pdu;

/**
 * How many operations may be under way at a time. PS3.7 D.3.3.3.
 *
 * @param invoked by the sender; 0 for any number
 * @param performed by the sender; 0 for any number
 */
public record AsynchronousOperationsWindow(int invoked, int performed) implements UserInformationItem {
    /** One operation after the other, each way. */
    public static final AsynchronousOperationsWindow SYNCHRONOUS = new AsynchronousOperationsWindow(1, 1);
}
