package org.aegle.dicom.cli;

import java.io.IOException;
import java.io.PrintStream;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.network.service.AssociationOffer;
import org.aegle.dicom.network.service.RetrieveProgress;
import org.aegle.dicom.network.service.ServiceProviders;

/** C-MOVE. */
final class MoveCommand implements Command {
    @Override
    public String usage() {
        return "[-t TITLE] [--tls] [-M MODEL] [-L LEVEL] -k KEY... -d DESTINATION PEER";
    }

    @Override
    public int run(Arguments arguments, PrintStream out, PrintStream err) throws IOException {
        QueryModel model = QueryModel.of(arguments);
        Attributes identifier = QueryKeys.identifier(arguments, model);
        String destination = arguments.require("-d");
        AssociationOffer offer = AssociationOffer.NONE.with(
                model.move(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
        return Peers.use(
                arguments,
                offer,
                ServiceProviders.ECHO,
                user -> Retrievals.print(
                        user.move(model.move(), destination, identifier, RetrieveProgress.UNWATCHED), out, err));
    }
}
