package io.credithub.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Where a written province keeps what.
public record ProvinceFiles(Path folder) {
    /// The teachers that are known before the feeds run.
    public Path roster() {
        return folder.resolve("roster.csv");
    }

    /// The teachers that become known afterwards: their records wait for them.
    public Path lateRoster() {
        return folder.resolve("roster-late.csv");
    }

    /// Those of them to whom something happened years before; the demo writes it.
    public Path earlyRoster() {
        return folder.resolve("roster-early.csv");
    }

    /// What the national platform has, one JSON object a line.
    public Path national() {
        return folder.resolve("national").resolve("completions.ndjson");
    }

    /// The provincial platform's exports: data, manifest and done-file of each.
    public Path provinceDrop() {
        return folder.resolve("province-drop");
    }

    /// The vendor's batches, in the order of their names.
    public Path vendor() {
        return folder.resolve("vendor");
    }

    /// What the vendor pushes once people have decided about what came before.
    public Path vendorLater() {
        return folder.resolve("vendor-later");
    }

    /// The agency's batches; none if nothing is planted.
    public Path agency() {
        return folder.resolve("agency");
    }

    public Path agencyLater() {
        return folder.resolve("agency-later");
    }

    public Path answerKey() {
        return folder.resolve("answer-key.csv");
    }

    public Path feedKey() {
        return folder.resolve("answer-key-feeds.csv");
    }

    /// How many records must be refused, by feed and finding.
    public Path findingKey() {
        return folder.resolve("answer-key-findings.csv");
    }

    /// The provincial exports whose manifest declares what nobody can receive.
    public Path differingKey() {
        return folder.resolve("answer-key-differing.txt");
    }

    /// The programme register, as its API takes it.
    public Path programmes() {
        return folder.resolve("programmes.csv");
    }

    /// What is planted, case by case.
    public Path caseKey() {
        return folder.resolve("answer-key-cases.csv");
    }

    /// The breaks that must be found, record by record.
    public Path breakKey() {
        return folder.resolve("answer-key-breaks.csv");
    }

    public Path divisions() {
        return folder.resolve("divisions.csv");
    }

    public Path readme() {
        return folder.resolve("README.txt");
    }

    ProvinceFiles created() throws IOException {
        Files.createDirectories(folder.resolve("national"));
        Files.createDirectories(provinceDrop());
        for (Path pushed : List.of(vendor(), vendorLater(), agency(), agencyLater())) {
            Files.createDirectories(pushed);
        }
        return this;
    }
}
