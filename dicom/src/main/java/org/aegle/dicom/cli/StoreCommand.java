package org.aegle.dicom.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.aegle.dicom.network.dimse.DimseOutcome;
import org.aegle.dicom.network.service.AssociationOffer;
import org.aegle.dicom.network.service.OutgoingInstance;
import org.aegle.dicom.network.service.ServiceProviders;
import org.aegle.dicom.network.service.ServiceUser;
import org.aegle.dicom.network.service.StorageOffers;

/** C-STORE of files and folders. */
final class StoreCommand implements Command {
    @Override
    public String usage() {
        return "[-t TITLE] [--tls] PEER FILE|FOLDER...";
    }

    @Override
    public int run(Arguments arguments, PrintStream out, PrintStream err) throws IOException {
        boolean complete = true;
        List<OutgoingInstance> instances = new ArrayList<>();
        for (Path file : files(arguments.from(1, "FILE"))) {
            try {
                instances.add(OutgoingInstance.of(file));
            } catch (IOException e) {
                err.println(file + ": " + CommandLine.describe(e) + ".");
                complete = false;
            }
        }
        Map<AssociationOffer, List<OutgoingInstance>> plan = StorageOffers.plan(instances, Peers.transcoder());
        for (Map.Entry<AssociationOffer, List<OutgoingInstance>> part : plan.entrySet()) {
            int code = Peers.use(
                    arguments, part.getKey(), ServiceProviders.ECHO, user -> store(user, part.getValue(), out));
            complete &= code == CommandLine.DONE;
        }
        return complete ? CommandLine.DONE : CommandLine.FAILED;
    }

    private static List<Path> files(List<String> names) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : names) {
            try (Stream<Path> found = Files.walk(Path.of(name))) {
                found.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        return files;
    }

    private static int store(ServiceUser user, List<OutgoingInstance> instances, PrintStream out) throws IOException {
        int code = CommandLine.DONE;
        for (OutgoingInstance instance : instances) {
            String outcome;
            try {
                DimseOutcome answer = user.store(instance).outcome();
                code = answer.status().isFailure() ? CommandLine.FAILED : code;
                outcome = answer.toString();
            } catch (IOException e) {
                if (!user.association().isOpen()) {
                    throw e;
                }
                code = CommandLine.FAILED;
                outcome = CommandLine.describe(e);
            }
            out.println(instance.sopInstanceUid() + " " + outcome);
        }
        return code;
    }
}
