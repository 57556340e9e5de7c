package org.aegle.dicom.network.pdu;

import java.util.ArrayList;
import java.util.List;

/** Reads and writes the User Information item. PS3.8 9.3.2.3, PS3.7 D.3.3. */
final class UserInformationCodec {
    /** More than any sensible peer needs: two items for each of 128 presentation contexts and the others. */
    private static final int MOST_ITEMS = 512;

    private UserInformationCodec() {}

    static void write(UserInformation information, ItemWriter out) {
        int start = out.begin(ItemTypes.USER_INFORMATION);
        information.items().forEach(item -> write(item, out));
        out.end(start);
    }

    private static void write(UserInformationItem item, ItemWriter out) {
        if (item instanceof ImplementationClassUid implementation) {
            out.item(ItemTypes.IMPLEMENTATION_CLASS_UID, implementation.uid());
            return;
        }
        if (item instanceof ImplementationVersionName version) {
            out.item(ItemTypes.IMPLEMENTATION_VERSION_NAME, version.name());
            return;
        }
        int start = out.begin(type(item));
        if (item instanceof MaximumLength length) {
            out.number32(length.bytes());
        } else if (item instanceof AsynchronousOperationsWindow window) {
            out.number16(window.invoked()).number16(window.performed());
        } else if (item instanceof RoleSelection role) {
            out.field(role.sopClassUid()).number8(role.scu() ? 1 : 0).number8(role.scp() ? 1 : 0);
        } else if (item instanceof SopClassExtendedNegotiation extended) {
            out.field(extended.sopClassUid()).bytes(extended.serviceClassApplicationInformation());
        } else if (item instanceof SopClassCommonExtendedNegotiation common) {
            writeCommon(common, out);
        } else if (item instanceof UserIdentity identity) {
            out.number8(identity.type()).number8(identity.positiveResponseRequested() ? 1 : 0);
            out.field(identity.primaryField()).field(identity.secondaryField());
        } else if (item instanceof UserIdentityResponse response) {
            out.field(response.serverResponse());
        }
        out.end(start);
    }

    private static int type(UserInformationItem item) {
        if (item instanceof MaximumLength) {
            return ItemTypes.MAXIMUM_LENGTH;
        } else if (item instanceof AsynchronousOperationsWindow) {
            return ItemTypes.ASYNCHRONOUS_OPERATIONS_WINDOW;
        } else if (item instanceof RoleSelection) {
            return ItemTypes.ROLE_SELECTION;
        } else if (item instanceof SopClassExtendedNegotiation) {
            return ItemTypes.SOP_CLASS_EXTENDED_NEGOTIATION;
        } else if (item instanceof SopClassCommonExtendedNegotiation) {
            return ItemTypes.SOP_CLASS_COMMON_EXTENDED_NEGOTIATION;
        } else if (item instanceof UserIdentity) {
            return ItemTypes.USER_IDENTITY;
        }
        return ItemTypes.USER_IDENTITY_RESPONSE;
    }

    private static void writeCommon(SopClassCommonExtendedNegotiation common, ItemWriter out) {
        out.field(common.sopClassUid()).field(common.serviceClassUid());
        ItemWriter related = new ItemWriter();
        common.relatedGeneralSopClassUids().forEach(related::field);
        out.field(related.written());
    }

    static UserInformation read(ItemReader in) throws PduException {
        List<UserInformationItem> items = new ArrayList<>();
        while (in.hasMore()) {
            if (items.size() == MOST_ITEMS) {
                throw new PduException(
                        AbortReason.INVALID_PDU_PARAMETER_VALUE, "more than " + MOST_ITEMS + " user information items");
            }
            read(in.number8(), in.item(), items);
        }
        return new UserInformation(items);
    }

    private static void read(int type, ItemReader item, List<UserInformationItem> items) throws PduException {
        switch (type) {
            case ItemTypes.MAXIMUM_LENGTH -> items.add(new MaximumLength(item.number32()));
            case ItemTypes.IMPLEMENTATION_CLASS_UID -> items.add(new ImplementationClassUid(item.restAsText()));
            case ItemTypes.IMPLEMENTATION_VERSION_NAME -> items.add(new ImplementationVersionName(item.restAsText()));
            case ItemTypes.ASYNCHRONOUS_OPERATIONS_WINDOW ->
                items.add(new AsynchronousOperationsWindow(item.number16(), item.number16()));
            case ItemTypes.ROLE_SELECTION ->
                items.add(new RoleSelection(item.fieldAsText(), item.number8() == 1, item.number8() == 1));
            case ItemTypes.SOP_CLASS_EXTENDED_NEGOTIATION ->
                items.add(new SopClassExtendedNegotiation(item.fieldAsText(), item.rest()));
            case ItemTypes.SOP_CLASS_COMMON_EXTENDED_NEGOTIATION -> items.add(readCommon(item));
            case ItemTypes.USER_IDENTITY ->
                items.add(new UserIdentity(item.number8(), item.number8() == 1, item.field(), item.field()));
            case ItemTypes.USER_IDENTITY_RESPONSE -> items.add(new UserIdentityResponse(item.field()));
            default -> {} // PS3.8 9.3.1: unrecognized items are ignored
        }
    }

    private static SopClassCommonExtendedNegotiation readCommon(ItemReader item) throws PduException {
        String sopClassUid = item.fieldAsText();
        String serviceClassUid = item.fieldAsText();
        List<String> related = new ArrayList<>();
        if (item.hasMore()) {
            ItemReader uids = item.part(item.number16());
            while (uids.hasMore()) {
                related.add(uids.fieldAsText());
            }
        }
        return new SopClassCommonExtendedNegotiation(sopClassUid, serviceClassUid, related);
    }
}
