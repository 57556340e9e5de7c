package org.aegle.dicom.network.service;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.io.FileMetaInformation;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.network.pdu.AssociateRequest;
import org.aegle.dicom.network.pdu.AsynchronousOperationsWindow;
import org.aegle.dicom.network.pdu.ImplementationClassUid;
import org.aegle.dicom.network.pdu.ImplementationVersionName;
import org.aegle.dicom.network.pdu.MaximumLength;
import org.aegle.dicom.network.pdu.ProposedPresentationContext;
import org.aegle.dicom.network.pdu.RoleSelection;
import org.aegle.dicom.network.pdu.UserInformation;
import org.aegle.dicom.network.pdu.UserInformationItem;

/**
 * What a requestor proposes. Immutable. PS3.8 7.1.1.
 *
 * @param contexts presentation contexts, 128 at most
 * @param items roles, windows, identities
 */
public record AssociationOffer(List<ProposedPresentationContext> contexts, List<UserInformationItem> items) {
    /** Presentation contexts that an association can have. PS3.8 9.3.2.2. */
    public static final int MOST_CONTEXTS = 128;

    /** Nothing yet. */
    public static final AssociationOffer NONE = new AssociationOffer(List.of(), List.of());

    /** An offer whose lists cannot change. */
    public AssociationOffer {
        contexts = List.copyOf(contexts);
        items = List.copyOf(items);
        if (contexts.size() > MOST_CONTEXTS) {
            throw new IllegalArgumentException("more than " + MOST_CONTEXTS + " presentation contexts");
        }
    }

    /** The same with one more context: an abstract syntax in one of some transfer syntaxes, for the acceptor to choose. */
    public AssociationOffer with(String abstractSyntax, TransferSyntax... syntaxes) {
        return with(abstractSyntax, Arrays.asList(syntaxes));
    }

    /** The same with one more context. */
    public AssociationOffer with(String abstractSyntax, List<TransferSyntax> syntaxes) {
        List<ProposedPresentationContext> more = new ArrayList<>(contexts);
        int id = 2 * contexts.size() + 1;
        more.add(new ProposedPresentationContext(
                id, abstractSyntax, syntaxes.stream().map(TransferSyntax::uid).toList()));
        return new AssociationOffer(more, items);
    }

    /** The same with one more user information item. */
    public AssociationOffer with(UserInformationItem item) {
        List<UserInformationItem> more = new ArrayList<>(items);
        more.add(item);
        return new AssociationOffer(contexts, more);
    }

    /** The same where we are SCP of storage SOP classes, as C-GET needs: a context and a role for each. */
    public AssociationOffer withStorageScp(Collection<String> sopClassUids, List<TransferSyntax> syntaxes) {
        AssociationOffer more = this;
        for (String sopClassUid : sopClassUids) {
            more = more.with(sopClassUid, syntaxes).with(new RoleSelection(sopClassUid, false, true));
        }
        return more;
    }

    /** The same with several operations under way at a time; 0 for any number. */
    public AssociationOffer withOperations(int invoked) {
        return with(new AsynchronousOperationsWindow(invoked, 1));
    }

    AssociateRequest toRequest(String callingAeTitle, String calledAeTitle, int receivePduLength) {
        List<UserInformationItem> all = new ArrayList<>();
        all.add(new MaximumLength(receivePduLength));
        all.add(new ImplementationClassUid(FileMetaInformation.IMPLEMENTATION_CLASS_UID));
        all.add(new ImplementationVersionName(FileMetaInformation.IMPLEMENTATION_VERSION_NAME));
        all.addAll(items);
        return new AssociateRequest(
                AssociateRequest.PROTOCOL_VERSION,
                calledAeTitle,
                callingAeTitle,
                UID.DICOMApplicationContext,
                contexts,
                new UserInformation(all));
    }
}
