package org.aegle.dicom.network.pdu;

/**
 * Presentation Context item of an acceptance. PS3.8 9.3.3.2.
 *
 * @param id that of the proposal
 * @param result accepted or why not
 * @param transferSyntax the encoding chosen; of no meaning unless accepted
 */
public record PresentationContextAnswer(int id, Result result, String transferSyntax) {
    /** Result/Reason. PS3.8 table 9-18; the ordinal is the number. */
    public enum Result {
        /** Accepted. */
        ACCEPTANCE,
        /** The service user does not want it. */
        USER_REJECTION,
        /** The service provider does not want it. */
        NO_REASON,
        /** The abstract syntax is unknown. */
        ABSTRACT_SYNTAX_NOT_SUPPORTED,
        /** None of the transfer syntaxes is known. */
        TRANSFER_SYNTAXES_NOT_SUPPORTED
    }

    /** Whether messages may be sent in it. */
    public boolean isAccepted() {
        return result == Result.ACCEPTANCE;
    }
}
