package org.aegle.dicom.cli;

import java.io.IOException;
import java.io.PrintStream;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.network.dimse.DimseOutcome;
import org.aegle.dicom.network.service.AssociationOffer;
import org.aegle.dicom.network.service.ServiceProviders;

/** C-ECHO. */
final class EchoCommand implements Command {
    @Override
    public String usage() {
        return "[-t TITLE] [--tls] PEER";
    }

    @Override
    public int run(Arguments arguments, PrintStream out, PrintStream err) throws IOException {
        AssociationOffer offer = AssociationOffer.NONE.with(UID.Verification, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
        return Peers.use(arguments, offer, ServiceProviders.ECHO, user -> {
            DimseOutcome outcome = user.echo();
            out.println(outcome);
            return outcome.status().isSuccess() ? CommandLine.DONE : CommandLine.FAILED;
        });
    }
}
