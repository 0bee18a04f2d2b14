package io.credithub.app;

import io.credithub.app.check.CheckCommand;
import io.credithub.app.command.ApartCommand;
import io.credithub.app.command.ApartCommands;
import io.credithub.app.command.KeyCommand;
import io.credithub.app.command.ProgrammesCommand;
import io.credithub.app.command.RecomputeCommand;
import io.credithub.app.command.ReconcileCommand;
import io.credithub.app.command.ReplayCommand;
import io.credithub.app.command.ReportCommand;
import io.credithub.app.command.ServeCommand;
import io.credithub.app.command.SubscriptionsCommand;
import io.credithub.app.command.VerifyCommand;
import io.credithub.app.command.pipe.ConvertCommand;
import io.credithub.app.command.pipe.MapCommand;
import io.credithub.app.command.pipe.PipeOutput;
import io.credithub.app.command.pipe.StandingCommand;
import io.credithub.app.owner.EraseCommand;
import io.credithub.app.owner.MigrateCommand;
import io.credithub.app.start.HubVersion;
import io.credithub.app.start.StartFailure;
import io.credithub.store.server.CannotStart;
import io.quarkus.runtime.LaunchMode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/// The one way in: reads the command line first, and boots Quarkus only for a command that needs
/// it.
///
/// A new command is a class of its own and one word in the list of the server's. What stands apart
/// from the server brings its commands along ([ApartCommand]). The configuration names this class
/// as the main one; the annotation of Quarkus would say the same, but Camel then waits to be
/// started by hand, in every test too.
@Command(
        name = "hub",
        description = "Credit Hub 学分汇: worth this much, by this paragraph, once.",
        mixinStandardHelpOptions = true,
        versionProvider = HubVersion.class,
        synopsisSubcommandLabel = "COMMAND")
public final class HubMain {
    private static final List<Class<?>> OF_THE_SERVER =
            List.of(
                    ServeCommand.class,
                    MigrateCommand.class,
                    CheckCommand.class,
                    MapCommand.class,
                    ConvertCommand.class,
                    StandingCommand.class,
                    KeyCommand.class,
                    RecomputeCommand.class,
                    ReconcileCommand.class,
                    ReportCommand.class,
                    SubscriptionsCommand.class,
                    ProgrammesCommand.class,
                    EraseCommand.class,
                    ReplayCommand.class,
                    VerifyCommand.class);

    /// @param args the command and its options; without any, the usage is printed and the status is
    ///   2
    public static void main(String[] args) {
        String[] asked = orServeInDevelopment(args);
        System.exit(commandLine(asked).execute(asked));
    }

    /// The command line as the user sees it; a command answers with its exit status, an unknown
    /// option with 2, and a start that was refused with 3 and one line that says what to do.
    ///
    /// @param asked what will be asked of it: a command of the server never loads what stands apart
    public static CommandLine commandLine(String... asked) {
        List<CommandLine> server = OF_THE_SERVER.stream().map(CommandLine::new).toList();
        CommandLine line = new CommandLine(new HubMain());
        if (!isForOneOf(server, asked)) {
            for (ApartCommand command : ApartCommands.load()) line.addSubcommand(command);
        }
        for (CommandLine command : server) line.addSubcommand(command);
        helpBelow(line);
        return reporting(line);
    }

    private static boolean isForOneOf(List<CommandLine> commands, String... asked) {
        return asked.length > 0
                && commands.stream().anyMatch(one -> one.getCommandName().equals(asked[0]));
    }

    /// With what becomes of a command that throws.
    public static CommandLine reporting(CommandLine line) {
        return line.setExecutionExceptionHandler(
                (failure, command, parsed) -> report(failure, command));
    }

    /// Commands of commands too.
    private static void helpBelow(CommandLine line) {
        for (CommandLine command : line.getSubcommands().values()) {
            CommandSpec spec = command.getCommandSpec();
            // of a command that is a method the help must come before its parameters
            if (!spec.mixinStandardHelpOptions()) spec.mixinStandardHelpOptions(true);
            helpBelow(command);
        }
    }

    private static int report(Exception failure, CommandLine command) {
        PrintWriter err = command.getErr();
        Optional<String> line = StartFailure.line(failure);
        if (line.isPresent()) {
            err.println(line.get());
            return CannotStart.EXIT;
        }
        if (PipeOutput.isClosed(failure)) return PipeOutput.STATUS;
        failure.printStackTrace(err);
        return 1;
    }

    private static String[] orServeInDevelopment(String[] args) {
        boolean bareInDevelopment = args.length == 0 && LaunchMode.current().isDev();
        return bareInDevelopment ? new String[] {"serve"} : args;
    }
}
