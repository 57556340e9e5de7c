package org.aegle.dicom.network.service;

import org.aegle.dicom.network.AssociationException;
import org.aegle.dicom.network.dimse.CEchoRequest;
import org.aegle.dicom.network.dimse.DimseOutcome;

/** C-ECHO as SCP. PS3.7 9.3.5. */
final class EchoService {
    private final MessageExchange exchange;
    private final EchoProvider provider;

    EchoService(MessageExchange exchange, EchoProvider provider) {
        this.exchange = exchange;
        this.provider = provider;
    }

    void perform(OperationContext context, CEchoRequest request) throws AssociationException {
        DimseOutcome outcome;
        try {
            outcome = provider.echo(context);
        } catch (RuntimeException e) {
            outcome = Failures.outcome(e);
        }
        exchange.respond(context.presentationContext(), Responses.last(request, outcome));
    }
}
