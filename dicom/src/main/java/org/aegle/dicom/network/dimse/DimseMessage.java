package org.aegle.dicom.network.dimse;

/** A message of DIMSE without its data set. PS3.7 9.3, 10.3. */
public sealed interface DimseMessage permits DimseRequest, DimseResponse, CCancelRequest {
    /** The command set that the message begins with. */
    CommandSet toCommandSet();

    /**
     * The message that a command set is.
     *
     * @throws CommandSetException when an element is missing without which it cannot be answered
     */
    static DimseMessage of(CommandSet command) throws CommandSetException {
        return switch (command.field()) {
            case C_STORE_RQ -> CStoreRequest.of(command);
            case C_STORE_RSP -> CStoreResponse.of(command);
            case C_GET_RQ -> CGetRequest.of(command);
            case C_GET_RSP -> CGetResponse.of(command);
            case C_FIND_RQ -> CFindRequest.of(command);
            case C_FIND_RSP -> CFindResponse.of(command);
            case C_MOVE_RQ -> CMoveRequest.of(command);
            case C_MOVE_RSP -> CMoveResponse.of(command);
            case C_ECHO_RQ -> CEchoRequest.of(command);
            case C_ECHO_RSP -> CEchoResponse.of(command);
            case N_EVENT_REPORT_RQ -> NEventReportRequest.of(command);
            case N_EVENT_REPORT_RSP -> NEventReportResponse.of(command);
            case N_GET_RQ -> NGetRequest.of(command);
            case N_GET_RSP -> NGetResponse.of(command);
            case N_SET_RQ -> NSetRequest.of(command);
            case N_SET_RSP -> NSetResponse.of(command);
            case N_ACTION_RQ -> NActionRequest.of(command);
            case N_ACTION_RSP -> NActionResponse.of(command);
            case N_CREATE_RQ -> NCreateRequest.of(command);
            case N_CREATE_RSP -> NCreateResponse.of(command);
            case N_DELETE_RQ -> NDeleteRequest.of(command);
            case N_DELETE_RSP -> NDeleteResponse.of(command);
            case C_CANCEL_RQ -> CCancelRequest.of(command);
        };
    }
}
