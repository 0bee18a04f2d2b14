package io.credithub.flow.processing;

import io.credithub.domain.completion.Completed;
import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.completion.Withdrawal;
import io.credithub.domain.ledger.RecordContent;
import io.credithub.domain.ledger.RecordContent.Origin;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.TeacherSaid;
import io.credithub.domain.ledger.Valuation;
import io.credithub.domain.ledger.Valuation.AwardAmounts;
import io.credithub.domain.policy.Judgement;
import io.credithub.domain.teacher.Identification;
import io.credithub.flow.delivery.ChunkRef;
import io.credithub.flow.delivery.FindingAt;
import io.credithub.flow.delivery.LandedChunk;
import io.credithub.flow.processing.JudgedChunk.JudgedRecord;
import io.credithub.flow.processing.JudgedChunk.JudgingContext;
import io.credithub.flow.rules.AwardJudge;
import io.credithub.flow.teacher.Identified.TeachersByKey;
import io.credithub.flow.teacher.TeacherKeys;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Finds the teacher of each record and judges it by the rules of its day, where the teacher then
/// was. Used once.
final class RecordJudge {
    private final InterpretedChunk interpreted;
    private final JudgingContext known;
    private final AwardJudge pricing;
    private final List<JudgedRecord> records;
    private final List<FindingAt> findings;
    private int rejected;

    private RecordJudge(InterpretedChunk interpreted, JudgingContext known) {
        this.interpreted = interpreted;
        this.known = known;
        this.pricing = new AwardJudge(known.rules());
        this.records = new ArrayList<>(interpreted.records().size());
        this.findings = new ArrayList<>(interpreted.findings());
        this.rejected = interpreted.rejected();
    }

    static JudgedChunk prepare(InterpretedChunk interpreted, JudgingContext known) {
        return new RecordJudge(interpreted, known).prepared();
    }

    private JudgedChunk prepared() {
        for (InterpretedRecord record : interpreted.records()) {
            switch (record.completion()) {
                case Completed completed -> judgeAlone(record, completed);
                case Withdrawal _ -> add(record, null, RecordVersion.NOBODY);
            }
        }
        return new JudgedChunk(interpreted, known, records, findings, rejected);
    }

    /// What nobody foresaw costs this record, and no other.
    private void judgeAlone(InterpretedRecord record, Completed completed) {
        int noted = findings.size();
        try {
            judge(record, completed);
        } catch (RuntimeException | StackOverflowError failure) {
            findings.subList(noted, findings.size()).clear();
            rejected++;
            ChunkRef chunk = interpreted.chunk().ref();
            note(record, RecordFailures.finding(chunk, record.position(), failure));
        }
    }

    private void judge(InterpretedRecord record, Completed completed) {
        if (known.identified().found().isErased(Objects.requireNonNull(record.teacher()))) {
            rejected++;
            Finding finding = new Finding(FindingCode.ERASED, "/teacher", null);
            findings.add(new FindingAt(record.position(), null, finding));
            return;
        }
        int teacher = teacher(record);
        AwardJudge.Judged said =
                teacher == RecordVersion.NOBODY
                        ? pricing.judge(completed.facts())
                        : pricing.judge(completed.facts(), known.places().of(teacher));
        switch (said.judgement()) {
            case Judgement.Unjudged unjudged -> {
                rejected++;
                for (Finding finding : unjudged.findings()) note(record, finding);
            }
            case Judgement.Awarded awarded -> {
                for (Finding finding : awarded.remarks()) note(record, finding);
                AwardAmounts price = AwardJudge.priceOf(said.by().number(), awarded.award());
                add(record, worth(record, completed, price), teacher);
            }
        }
    }

    private int teacher(InterpretedRecord record) {
        TeacherKeys keys = Objects.requireNonNull(record.teacher());
        TeachersByKey found = known.identified().found();
        Integer byNumber = keys.number() == null ? null : found.byNumber().get(keys.number());
        Integer byDocument =
                keys.documentHash() == null ? null : found.byDocument().get(keys.documentHash());
        Identification whose =
                Identification.of(
                        keys.identity(), found.candidate(byNumber), found.candidate(byDocument));
        return switch (whose) {
            case Identification.FoundTeacher one -> {
                if (one.remark() == Identification.Remark.BIRTH_DATE_DIFFERS) {
                    note(record, FindingCode.BIRTH_DATE_DIFFERS, "/teacher/birthDate");
                }
                yield one.teacher();
            }
            case Identification.NobodyFound nobody -> {
                switch (nobody.why()) {
                    case UNKNOWN -> {}
                    case TWO_TEACHERS -> note(record, FindingCode.IDENTITY_MISMATCH, "/teacher");
                    case ANOTHER_PERSON -> note(record, FindingCode.NOT_THE_PERSON, "/teacher");
                }
                yield RecordVersion.NOBODY;
            }
        };
    }

    private void note(InterpretedRecord record, FindingCode code, String field) {
        note(record, new Finding(code, field, null));
    }

    private Valuation worth(InterpretedRecord record, Completed completed, AwardAmounts price) {
        return new Valuation(
                completed.facts(),
                known.trainings().of(Objects.requireNonNull(record.title()), completed),
                Math.toIntExact(
                        completed.evidence().stream().map(e -> e.kind()).distinct().count()),
                price,
                completed.sourceCredits() == null ? null : hundredths(completed.sourceCredits()));
    }

    /// Both sides are compared in hundredths, rounded as an award is.
    private static int hundredths(BigDecimal sourceCredits) {
        return sourceCredits.movePointRight(2).setScale(0, RoundingMode.HALF_UP).intValueExact();
    }

    private void add(InterpretedRecord record, @Nullable Valuation worth, int teacher) {
        LandedChunk chunk = interpreted.chunk();
        Origin origin =
                new Origin(
                        chunk.feed(),
                        chunk.feedCode(),
                        record.completion().recordId(),
                        chunk.ref().delivery(),
                        record.position());
        TeacherKeys keys = record.teacher();
        TeacherSaid said =
                keys == null ? TeacherSaid.NOTHING : TeacherSaid.of(keys.school(), keys.name());
        RecordContent copy = new RecordContent(record.key(), record.content(), origin, worth, said);
        records.add(new JudgedRecord(record, copy, teacher));
    }

    private void note(InterpretedRecord record, Finding finding) {
        findings.add(new FindingAt(record.position(), record.completion().recordId(), finding));
    }
}
