package io.credithub.apart.demo;

import io.credithub.demo.model.ProvinceSettings;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// How large the synthetic province is and what chance begins with.
public final class ProvinceOptions {
    private static final Pattern RANGE = Pattern.compile("([0-9]{1,6})-([0-9]{1,6})");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--teachers",
            paramLabel = "N",
            defaultValue = "20000",
            description = "How many teachers (default: ${DEFAULT-VALUE}), about 15 records each.")
    private int teachers;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "42",
            description = "What chance begins with (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--planted",
            paramLabel = "N",
            defaultValue = "100",
            description =
                    "How many cases of each kind are planted for matching to find, as far as"
                            + " there are teachers (default: ${DEFAULT-VALUE}).")
    private int planted;

    @Option(
            names = "--seeds",
            paramLabel = "A-B",
            description =
                    "Several provinces beside one another in one hub, one for each seed from A to B"
                            + ", each of --teachers teachers.")
    private @Nullable String seeds;

    /// @throws ParameterException if it is below 0
    public int planted() {
        if (planted >= 0) return planted;
        throw new ParameterException(command.commandLine(), "--planted must not be below 0");
    }

    /// @throws ParameterException if there are to be more teachers than a province may have, or
    ///   none
    public ProvinceSettings settings(LocalDate today) {
        if (teachers < 1 || teachers > ProvinceSettings.TEACHERS_MAX) {
            throw new ParameterException(
                    command.commandLine(),
                    "--teachers must be 1 to " + ProvinceSettings.TEACHERS_MAX);
        }
        return new ProvinceSettings(teachers, seed, today);
    }

    /// One province, or one for each seed.
    ///
    /// @throws ParameterException as [#settings], or if the seeds are none or too many
    List<ProvinceSettings> provinces(LocalDate today) {
        ProvinceSettings first = settings(today);
        if (seeds == null) return List.of(first);
        Matcher range = RANGE.matcher(seeds);
        int from = range.matches() ? Integer.parseInt(range.group(1)) : 1;
        int to = range.matches() ? Integer.parseInt(range.group(2)) : 0;
        if (to < from || to - from >= ProvinceSettings.PLACES) {
            throw new ParameterException(
                    command.commandLine(),
                    "--seeds must be like 1-10, at most " + ProvinceSettings.PLACES + " of them");
        }
        return IntStream.rangeClosed(from, to)
                .mapToObj(one -> new ProvinceSettings(teachers, one, today, one - from))
                .toList();
    }
}
