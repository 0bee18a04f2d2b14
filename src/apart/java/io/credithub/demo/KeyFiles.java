package io.credithub.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.CsvWriter.CsvWriterRecord;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.credithub.demo.answer.AnswerKey;
import io.credithub.demo.answer.ExpectedCredits;
import io.credithub.demo.answer.FeedCounts;
import io.credithub.demo.answer.KeyBreak;
import io.credithub.demo.answer.TeacherAnswer;
import io.credithub.demo.injected.InjectedCase;
import io.credithub.demo.model.SimulatedFault;
import io.credithub.demo.model.SimulatedYears;
import io.credithub.demo.model.SourceSystem;
import io.credithub.domain.Hundredths;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes the answer key: teachers, feeds, findings.
final class KeyFiles implements AutoCloseable {
    private static final String TEACHERS =
            "teacher_no,cycle,total,y2022,y2023,y2024,y2025,y2026,self_directed,self_directed_recognised,recognised,unregistered_years,records_in_force";
    private static final String FEEDS =
            "feed,delivered,rejected,duplicate,versions,withdrawals,records,waiting_before_late_roster,in_force,credits_in_force";
    private static final String FINDINGS = "feed,code,fault,records";

    private static final String BREAKS = "teacher_no,aspect,code,information,feed,about";
    private static final String CASES = "kind,number,code,teacher_no,fates,record_ids";

    private final Path folder;
    private final CsvWriter teachers;
    private final CsvWriter breaks;
    private final CsvWriter cases;

    KeyFiles(Path folder) throws IOException {
        this.folder = folder;
        teachers = csv("answer-key.csv", TEACHERS);
        breaks = csv("answer-key-breaks.csv", BREAKS);
        cases = csv("answer-key-cases.csv", CASES);
    }

    private CsvWriter csv(String file, String header) throws IOException {
        CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(folder.resolve(file));
        return csv.writeRecord(header.split(","));
    }

    void add(TeacherAnswer answer) {
        add(answer.credits());
        for (KeyBreak found : answer.breaks()) {
            breaks.writeRecord(
                    answer.credits().teacherNo(),
                    found.aspect(),
                    found.code(),
                    String.valueOf(found.isInformation()),
                    found.feed(),
                    found.about());
        }
    }

    void add(InjectedCase planted) {
        String ids =
                planted.records().stream()
                        .map(record -> record.copy().recordId())
                        .collect(Collectors.joining(" "));
        cases.writeRecord(
                planted.kind().name(),
                String.valueOf(planted.number()),
                planted.kind().code(),
                planted.teacher().number(),
                planted.kind().fates(),
                ids);
    }

    private void add(ExpectedCredits answer) {
        CsvWriterRecord line =
                teachers.writeRecord()
                        .writeField(answer.teacherNo())
                        .writeField(String.valueOf(SimulatedYears.FIRST))
                        .writeField(Hundredths.text(answer.total()));
        for (long year : answer.years()) line.writeField(Hundredths.text(year));
        line.writeField(Hundredths.text(answer.selfDirectedTotal()))
                .writeField(Hundredths.text(answer.selfDirectedRecognised()))
                .writeField(Hundredths.text(answer.recognised()))
                .writeField(String.valueOf(answer.unregistered()))
                .writeField(String.valueOf(answer.records()))
                .endRecord();
    }

    void addFeeds(AnswerKey key) throws IOException {
        try (CsvWriter feeds = csv("answer-key-feeds.csv", FEEDS);
                CsvWriter findings = csv("answer-key-findings.csv", FINDINGS)) {
            for (SourceSystem system : SourceSystem.values()) {
                FeedCounts counts = key.feed(system);
                feeds.writeRecord(line(system, counts));
                for (Map.Entry<SimulatedFault, Long> fault : counts.faults().entrySet()) {
                    findings.writeRecord(
                            system.feed(),
                            String.valueOf(fault.getKey().finding()),
                            fault.getKey().name(),
                            String.valueOf(fault.getValue()));
                }
            }
        }
    }

    private static List<String> line(SourceSystem system, FeedCounts counts) {
        return List.of(
                system.feed(),
                String.valueOf(counts.delivered()),
                String.valueOf(counts.rejected()),
                String.valueOf(counts.duplicates()),
                String.valueOf(counts.versions()),
                String.valueOf(counts.withdrawals()),
                String.valueOf(counts.records()),
                String.valueOf(counts.waiting()),
                String.valueOf(counts.inForce()),
                Hundredths.text(counts.creditHundredths()));
    }

    @Override
    public void close() throws IOException {
        cases.close();
        breaks.close();
        teachers.close();
    }
}
