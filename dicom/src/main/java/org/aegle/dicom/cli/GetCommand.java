package org.aegle.dicom.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.network.service.RetrieveProgress;
import org.aegle.dicom.network.service.ServiceProviders;

/** C-GET into a folder, a file for each instance. */
final class GetCommand implements Command {
    @Override
    public String usage() {
        return "[-t TITLE] [--tls] [-M MODEL] [-L LEVEL] -k KEY... [-s UID]... -o FOLDER PEER";
    }

    @Override
    public int run(Arguments arguments, PrintStream out, PrintStream err) throws IOException {
        QueryModel model = QueryModel.of(arguments);
        String sopClassUid = model.get();
        Attributes identifier = QueryKeys.identifier(arguments, model);
        Path folder = Files.createDirectories(Path.of(arguments.require("-o")));
        List<String> asked = arguments.all("-s");
        return Peers.use(
                arguments,
                GetOffer.of(sopClassUid, asked),
                ServiceProviders.ECHO.withStore(new FolderStore(folder)),
                user -> Retrievals.print(user.get(sopClassUid, identifier, RetrieveProgress.UNWATCHED), out, err));
    }
}
