package org.aegle.dicom.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs one command. */
public final class CommandLine {
    /** All went well. */
    public static final int DONE = 0;

    /** The command was understood and failed, wholly or in part. */
    public static final int FAILED = 1;

    /** The command was not understood. */
    public static final int MISUSED = 2;

    private final Map<String, Command> commands = new LinkedHashMap<>();
    private final PrintStream out;
    private final PrintStream err;

    /** A command line that prints to two streams. */
    public CommandLine(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
        commands.put("echo", new EchoCommand());
        commands.put("store", new StoreCommand());
        commands.put("find", new FindCommand());
        commands.put("move", new MoveCommand());
        commands.put("get", new GetCommand());
        commands.put("dump", new DumpCommand());
        commands.put("json", new JsonCommand());
    }

    /** Runs and ends with the exit code. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new CommandLine(out, err).run(arguments));
    }

    /** Runs a command; the answer is the exit code. */
    public int run(String... arguments) {
        Command command = arguments.length == 0 ? null : commands.get(arguments[0]);
        if (command == null) {
            boolean asked = arguments.length > 0 && arguments[0].matches("-h|--help|help");
            printUsage(asked ? out : err);
            return asked ? DONE : MISUSED;
        }
        try {
            return command.run(Arguments.parse(Arrays.asList(arguments).subList(1, arguments.length)), out, err);
        } catch (UsageException e) {
            err.println(e.getMessage() + ".");
            err.println("usage: " + arguments[0] + " " + command.usage());
            return MISUSED;
        } catch (IOException e) {
            err.println(describe(e) + ".");
            return FAILED;
        }
    }

    /** Some failures of the runtime tell no more than a name, or nothing. */
    static String describe(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "There is no file " + failure.getMessage();
        }
        if (failure instanceof UnknownHostException) {
            return "There is no host " + failure.getMessage();
        }
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }

    private void printUsage(PrintStream to) {
        to.println("usage: java -jar dicom.jar COMMAND ...");
        commands.forEach((name, command) -> to.println("  " + name + " " + command.usage()));
        to.println(
                """

                PEER is AETITLE@HOST:PORT.
                KEY is a keyword or GGGG,EEEE, alone to be returned or with =VALUE to be matched.
                -t TITLE   our AE title (AEGLE)
                -L LEVEL   PATIENT, STUDY, SERIES or IMAGE (STUDY)
                -M MODEL   study, patient or worklist (study)
                -s UID     a SOP class to be taken by get, instead of the usual ones
                --tls      TLS with the keys of javax.net.ssl.keyStore and trustStore
                Exit code: 0 done, 1 failed, 2 not understood.""");
    }
}
