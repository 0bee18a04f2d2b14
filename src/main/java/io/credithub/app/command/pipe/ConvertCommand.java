package io.credithub.app.command.pipe;

import io.credithub.app.start.KnownPolicies;
import io.credithub.domain.policy.Policy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Completions in, awards out: no server, no database, nothing kept.
@Command(
        name = "convert",
        description = {
            "Says what completions are worth: one line in, one line out, no server.",
            "It reads canonical completions from standard input, one JSON object a "
                    + "line, and writes for each the award with its steps, or what is wrong. "
                    + "Order is kept; a blank line is a record that cannot be parsed, so that "
                    + "line numbers stay the same.",
            "Status 0: every line was answered; 1: some line has findings; 2: the "
                    + "call is wrong; 141: nobody reads the output any more."
        })
public final class ConvertCommand implements Callable<Integer> {
    private final InputStream in;
    private final OutputStream out;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--policy",
            paramLabel = "P",
            required = true,
            description = "The id of a policy under mappings/policies, as shanxi-2017.")
    private String policy = "";

    @Mixin private LineOptions options = new LineOptions();

    public ConvertCommand() {
        this(System.in, LineOptions.standardOutput());
    }

    public ConvertCommand(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        Policy chosen = new KnownPolicies().find(policy, err);
        if (chosen == null) return LineOptions.WRONG_CALL;
        LocalDate today = options.today(chosen.terms().calendar().zone());
        try {
            return new AwardLines(chosen, today, out).answerAll(in);
        } catch (PipeOutput.Closed gone) {
            return PipeOutput.STATUS;
        } catch (IOException broken) {
            err.println("读写中断 the stream broke off: " + broken.getMessage());
            return LineOptions.WRONG_CALL;
        }
    }
}
