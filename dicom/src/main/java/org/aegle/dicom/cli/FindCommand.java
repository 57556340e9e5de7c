package org.aegle.dicom.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.network.service.AssociationOffer;
import org.aegle.dicom.network.service.FindResults;
import org.aegle.dicom.network.service.ServiceProviders;
import org.aegle.dicom.network.service.ServiceUser;

/** C-FIND. */
final class FindCommand implements Command {
    @Override
    public String usage() {
        return "[-t TITLE] [--tls] [-M MODEL] [-L LEVEL] [-k KEY]... PEER";
    }

    @Override
    public int run(Arguments arguments, PrintStream out, PrintStream err) throws IOException {
        QueryModel model = QueryModel.of(arguments);
        Attributes identifier = QueryKeys.identifier(arguments, model);
        AssociationOffer offer = AssociationOffer.NONE.with(
                model.find(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
        return Peers.use(
                arguments, offer, ServiceProviders.ECHO, user -> find(user, model.find(), identifier, out, err));
    }

    private static int find(
            ServiceUser user, String sopClassUid, Attributes identifier, PrintStream out, PrintStream err)
            throws IOException {
        try (FindResults results = user.find(sopClassUid, identifier)) {
            for (Optional<Attributes> match = results.next(); match.isPresent(); match = results.next()) {
                new DatasetText(out).print(match.get());
                out.println();
            }
            if (results.outcome().status().isSuccess()) {
                return CommandLine.DONE;
            }
            err.println("The query ended with status " + results.outcome() + ".");
            return CommandLine.FAILED;
        }
    }
}
