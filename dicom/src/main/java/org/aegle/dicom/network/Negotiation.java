package org.aegle.dicom.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.aegle.dicom.io.FileMetaInformation;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.network.pdu.AssociateAccept;
import org.aegle.dicom.network.pdu.AssociateRequest;
import org.aegle.dicom.network.pdu.AsynchronousOperationsWindow;
import org.aegle.dicom.network.pdu.ImplementationClassUid;
import org.aegle.dicom.network.pdu.ImplementationVersionName;
import org.aegle.dicom.network.pdu.MaximumLength;
import org.aegle.dicom.network.pdu.PresentationContextAnswer;
import org.aegle.dicom.network.pdu.PresentationContextAnswer.Result;
import org.aegle.dicom.network.pdu.ProposedPresentationContext;
import org.aegle.dicom.network.pdu.RoleSelection;
import org.aegle.dicom.network.pdu.UserInformation;
import org.aegle.dicom.network.pdu.UserInformationItem;

/** Makes the acceptance of a request, and reads from both what was agreed. PS3.8 7.1.1, PS3.7 D.3. */
final class Negotiation {
    private Negotiation() {}

    /** The acceptance of a request; its window tells what the requestor may invoke, then perform. PS3.7 D.3.3.3.2. */
    static AssociateAccept accept(
            AssociateRequest request, AssociationDecision.Accepted decision, int receivePduLength, int mostOperations) {
        SupportedContexts supported = decision.contexts();
        List<PresentationContextAnswer> answers = request.presentationContexts().stream()
                .map(context -> answer(context, supported))
                .toList();
        List<UserInformationItem> items = new ArrayList<>(ownItems(receivePduLength));
        request.userInformation()
                .find(AsynchronousOperationsWindow.class)
                .ifPresent(offered ->
                        items.add(new AsynchronousOperationsWindow(lesser(offered.invoked(), mostOperations), 1)));
        request.userInformation()
                .all(RoleSelection.class)
                .filter(role -> supported.supports(role.sopClassUid()))
                .forEach(role -> items.add(answer(role, supported)));
        items.addAll(decision.answers());
        return new AssociateAccept(
                AssociateRequest.PROTOCOL_VERSION,
                request.calledAeTitle(),
                request.callingAeTitle(),
                request.applicationContextName(),
                answers,
                new UserInformation(items));
    }

    /** What this library tells of itself in each request and acceptance. */
    static List<UserInformationItem> ownItems(int receivePduLength) {
        return List.of(
                new MaximumLength(receivePduLength),
                new ImplementationClassUid(FileMetaInformation.IMPLEMENTATION_CLASS_UID),
                new ImplementationVersionName(FileMetaInformation.IMPLEMENTATION_VERSION_NAME));
    }

    /** Zero stands for any number. */
    static int lesser(int one, int other) {
        return one == 0 ? other : other == 0 ? one : Math.min(one, other);
    }

    private static PresentationContextAnswer answer(ProposedPresentationContext context, SupportedContexts supported) {
        Optional<TransferSyntax> best = supported.best(context.abstractSyntax(), context.transferSyntaxes());
        if (best.isPresent()) {
            return new PresentationContextAnswer(
                    context.id(), Result.ACCEPTANCE, best.get().uid());
        }
        Result result = supported.supports(context.abstractSyntax())
                ? Result.TRANSFER_SYNTAXES_NOT_SUPPORTED
                : Result.ABSTRACT_SYNTAX_NOT_SUPPORTED;
        return new PresentationContextAnswer(
                context.id(), result, context.transferSyntaxes().get(0));
    }

    private static RoleSelection answer(RoleSelection proposed, SupportedContexts supported) {
        boolean scp = proposed.scp() && supported.allowsScpRole(proposed.sopClassUid());
        return new RoleSelection(proposed.sopClassUid(), proposed.scu(), scp);
    }

    /** The accepted contexts by their id; answers to what was not proposed count for nothing. */
    static Map<Integer, PresentationContext> contexts(AssociateRequest request, AssociateAccept accept) {
        Map<Integer, ProposedPresentationContext> proposed = new LinkedHashMap<>();
        request.presentationContexts().forEach(context -> proposed.put(context.id(), context));
        Map<Integer, PresentationContext> accepted = new LinkedHashMap<>();
        for (PresentationContextAnswer answer : accept.presentationContexts()) {
            ProposedPresentationContext context = proposed.get(answer.id());
            if (answer.isAccepted()
                    && context != null
                    && context.transferSyntaxes().contains(answer.transferSyntax())) {
                TransferSyntax.find(answer.transferSyntax())
                        .ifPresent(syntax -> accepted.put(
                                answer.id(), context(request, accept, answer.id(), context.abstractSyntax(), syntax)));
            }
        }
        return accepted;
    }

    /** Without role selection the requestor is SCU. */
    private static PresentationContext context(
            AssociateRequest request, AssociateAccept accept, int id, String abstractSyntax, TransferSyntax syntax) {
        RoleSelection usual = new RoleSelection(abstractSyntax, true, false);
        RoleSelection role = role(request.userInformation(), abstractSyntax)
                .flatMap(proposed -> role(accept.userInformation(), abstractSyntax)
                        .map(answered -> new RoleSelection(
                                abstractSyntax, proposed.scu() && answered.scu(), proposed.scp() && answered.scp())))
                .findFirst()
                .orElse(usual);
        return new PresentationContext(id, abstractSyntax, syntax, role.scu(), role.scp());
    }

    private static Stream<RoleSelection> role(UserInformation information, String sopClassUid) {
        return information.all(RoleSelection.class).filter(role -> role.sopClassUid()
                .equals(sopClassUid));
    }
}
