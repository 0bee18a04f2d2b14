package io.credithub.demo;

import io.credithub.demo.answer.AnswerKey;
import io.credithub.demo.answer.ExpectedCredits;
import io.credithub.demo.answer.FeedCounts;
import io.credithub.demo.model.SimulatedFault;
import io.credithub.demo.model.SimulatedYears;
import io.credithub.demo.model.SourceSystem;
import io.credithub.domain.Hundredths;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Writes the answer key: teachers, feeds, findings.
final class KeyFiles implements AutoCloseable {
    private final Path folder;
    private final Writer teachers;

    KeyFiles(Path folder) throws IOException {
        this.folder = folder;
        teachers = Files.newBufferedWriter(folder.resolve("answer-key.csv"));
        teachers.write(
                "teacher_no,cycle,total,y2022,y2023,y2024,y2025,y2026,self_directed,self_directed_recognised,recognised,unregistered_years,records_in_force\n");
    }

    void add(ExpectedCredits answer) throws IOException {
        StringBuilder line = new StringBuilder(answer.teacherNo());
        line.append(',')
                .append(SimulatedYears.FIRST)
                .append(',')
                .append(Hundredths.text(answer.total()));
        for (long year : answer.years()) line.append(',').append(Hundredths.text(year));
        line.append(',').append(Hundredths.text(answer.selfDirectedTotal()));
        line.append(',').append(Hundredths.text(answer.selfDirectedRecognised()));
        line.append(',').append(Hundredths.text(answer.recognised()));
        line.append(',').append(answer.unregistered());
        teachers.append(line.append(',').append(answer.records()).append('\n'));
    }

    void addFeeds(AnswerKey key) throws IOException {
        StringBuilder feeds =
                new StringBuilder(
                        "feed,delivered,rejected,duplicate,versions,withdrawals,records,"
                                + "waiting_before_late_roster,in_force,credits_in_force\n");
        StringBuilder findings = new StringBuilder("feed,code,fault,records\n");
        for (SourceSystem system : SourceSystem.values()) {
            FeedCounts counts = key.feed(system);
            feeds.append(system.feed()).append(',').append(line(counts)).append('\n');
            for (Map.Entry<SimulatedFault, Long> fault : counts.faults().entrySet()) {
                String code = fault.getKey().finding() + "," + fault.getKey().name();
                findings.append(system.feed()).append(',').append(code).append(',');
                findings.append(fault.getValue()).append('\n');
            }
        }
        Files.writeString(folder.resolve("answer-key-feeds.csv"), feeds);
        Files.writeString(folder.resolve("answer-key-findings.csv"), findings);
    }

    private static String line(FeedCounts counts) {
        return counts.delivered()
                + ","
                + counts.rejected()
                + ","
                + counts.duplicates()
                + ","
                + counts.versions()
                + ","
                + counts.withdrawals()
                + ","
                + counts.records()
                + ","
                + counts.waiting()
                + ","
                + counts.inForce()
                + ","
                + Hundredths.text(counts.creditHundredths());
    }

    @Override
    public void close() throws IOException {
        teachers.close();
    }
}
