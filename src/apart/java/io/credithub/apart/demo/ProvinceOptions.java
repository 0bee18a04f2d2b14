package io.credithub.apart.demo;

import io.credithub.demo.model.ProvinceSettings;
import java.time.LocalDate;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// How large the synthetic province is and what chance begins with.
public final class ProvinceOptions {
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
            defaultValue = "0",
            description =
                    "How many cases of each kind are planted for matching to find, as far as"
                            + " there are teachers (default: ${DEFAULT-VALUE}).")
    private int planted;

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
}
