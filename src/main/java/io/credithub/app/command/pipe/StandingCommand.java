package io.credithub.app.command.pipe;

import io.credithub.app.start.KnownPolicies;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.policy.PolicyChoice;
import io.credithub.domain.policy.terms.Residence;
import io.credithub.domain.policy.terms.SchoolCalendar;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// A teacher's awards in, where the teacher stands out: no server, no database, nothing kept.
@Command(
        name = "standing",
        description = {
            "Says where teachers stand: one line in, one line out, no server.",
            "It reads questions from standard input, one JSON object a line, and "
                    + "writes for each where the teacher stands, or what is wrong. A question "
                    + "has the shape of a worked case of a standing (docs/policies.md): "
                    + "teacherNo, asOf, cycle, teacher, awards. Order is kept; a blank line is "
                    + "a question that cannot be parsed.",
            "Status 0: every line was answered; 1: some line has findings; 2: the "
                    + "call is wrong; 141: nobody reads the output any more."
        })
public final class StandingCommand implements Callable<Integer> {
    private final InputStream in;
    private final OutputStream out;

    @Spec private CommandSpec spec = CommandSpec.create();

    @ArgGroup(multiplicity = "1")
    private StandingRules rules = new StandingRules();

    @Option(
            names = "--today",
            paramLabel = "DATE",
            description = "The day asked about where a line has no asOf (default: today).")
    private @Nullable LocalDate today;

    public StandingCommand() {
        this(System.in, LineOptions.standardOutput());
    }

    public StandingCommand(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /// By which policies; one of the two.
    static final class StandingRules {
        @Option(
                names = "--policy",
                paramLabel = "P",
                description = "The id of a policy under mappings/policies, as shanxi-2017.")
        private String policy = "";

        @Option(
                names = "--by-place",
                description = "By the policies in force where the teacher then was.")
        private boolean byPlace;
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        PolicyChoice choice = choice(err);
        if (choice == null) return LineOptions.WRONG_CALL;
        LocalDate given = today;
        Function<List<Residence>, LocalDate> day =
                given == null ? residences -> today(choice, residences) : _ -> given;
        try {
            return new StandingLines(choice, day, out).answerAll(in);
        } catch (PipeOutput.Closed gone) {
            return PipeOutput.STATUS;
        } catch (IOException broken) {
            err.println("读写中断 the stream broke off: " + broken.getMessage());
            return LineOptions.WRONG_CALL;
        }
    }

    /// Today by the calendar of the policy that judges the teacher.
    private static LocalDate today(PolicyChoice choice, List<Residence> residences) {
        Instant now = Instant.now();
        LocalDate usual = LocalDate.ofInstant(now, SchoolCalendar.ZONE_DEFAULT);
        return choice.ofAward(residences, usual)
                .map(policy -> LocalDate.ofInstant(now, policy.terms().calendar().zone()))
                .orElse(usual);
    }

    private @Nullable PolicyChoice choice(PrintWriter err) {
        KnownPolicies known = new KnownPolicies();
        if (rules.byPlace) return known.book(err);
        Policy one = known.find(rules.policy, err);
        return one == null ? null : new PolicyChoice.Always(one);
    }
}
