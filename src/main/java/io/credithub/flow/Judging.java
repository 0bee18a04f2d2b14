package io.credithub.flow;

import io.credithub.domain.completion.CanonicalBytes;
import io.credithub.domain.completion.Completed;
import io.credithub.domain.completion.Completion;
import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.completion.NormalForm;
import io.credithub.domain.completion.TeacherRef;
import io.credithub.domain.completion.Withdrawal;
import io.credithub.domain.ledger.VersionOrder;
import io.credithub.domain.ledger.Worth.Price;
import io.credithub.domain.policy.Award;
import io.credithub.domain.policy.Judgement;
import io.credithub.flow.Mapping.Mapper;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads, maps and judges one chunk: all that can be done without the registry. Uses the processor
/// and nothing else, so chunks are judged side by side while one of them is being posted.
public final class Judging {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Reading reading;
    private final Mapping mapping;
    private final Policies policies;
    private final IdProtection ids;

    public Judging(Reading reading, Mapping mapping, Policies policies, IdProtection ids) {
        this.reading = reading;
        this.mapping = mapping;
        this.policies = policies;
        this.ids = ids;
    }

    /// Never fails for bad content: what is wrong with a record is a finding.
    public Judged judge(LandedChunk chunk) {
        return new Pass(chunk).judge();
    }

    /// One chunk on its way through.
    private final class Pass {
        private final LandedChunk chunk;
        private final Mapper mapper;
        private final LocalDate today;
        private final Policies.Numbered policy = policies.inForce();
        private final Digest digest = new Digest();
        private final PersonSet persons = new PersonSet();
        private final List<JudgedRecord> records;
        private final List<FindingAt> remarks = new ArrayList<>();
        private int rejected;

        Pass(LandedChunk chunk) {
            this.chunk = chunk;
            this.mapper = mapping.of(chunk.feedCode());
            this.today = LocalDate.ofInstant(chunk.landedAt(), ZONE);
            this.records = new ArrayList<>(chunk.slice().records());
        }

        Judged judge() {
            for (RawRecord raw : reading.read(chunk.source(), chunk.slice())) take(raw);
            return new Judged(chunk, records, remarks, rejected, persons.sorted());
        }

        private void take(RawRecord raw) {
            if (!raw.findings().isEmpty()) {
                reject(raw.position(), null, raw.findings());
                return;
            }
            switch (mapper.map(raw, today)) {
                case Mapped.Refused refused ->
                        reject(raw.position(), refused.recordId(), refused.findings());
                case Mapped.Understood understood -> {
                    Completion completion = understood.completion();
                    note(raw.position(), completion.recordId(), understood.findings());
                    switch (completion) {
                        case Completed completed -> price(raw.position(), completed);
                        case Withdrawal withdrawal ->
                                records.add(record(raw.position(), withdrawal, null, null));
                    }
                }
            }
        }

        private void price(long position, Completed completed) {
            TeacherKeys keys = keys(completed.teacher());
            persons.add(keys.person());
            switch (policy.policy().judge(completed.facts())) {
                case Judgement.Unjudged unjudged ->
                        reject(position, completed.recordId(), unjudged.findings());
                case Judgement.Awarded awarded -> {
                    note(position, completed.recordId(), awarded.remarks());
                    compareWithSource(position, completed, awarded.award());
                    records.add(record(position, completed, keys, priceOf(awarded.award())));
                }
            }
        }

        private void compareWithSource(long position, Completed completed, Award award) {
            if (completed.sourceCredits() == null) return;
            String value = completed.sourceCredits().toPlainString();
            long theirs = completed.sourceCredits().movePointRight(2).longValue();
            if (theirs == award.credits().hundredths()) return;
            Finding finding = new Finding(FindingCode.CREDITS_DIFFER, "/sourceCredits", value);
            remarks.add(new FindingAt(position, completed.recordId(), finding));
        }

        private Price priceOf(Award award) {
            return new Price(
                    policy.number(),
                    award.rule(),
                    award.schoolYear(),
                    Math.toIntExact(award.credits().hundredths()),
                    Math.toIntExact(award.experience().hundredths()),
                    Math.toIntExact(award.quality().hundredths()));
        }

        private JudgedRecord record(
                long position,
                Completion completion,
                @Nullable TeacherKeys keys,
                @Nullable Price price) {
            UUID key = digest.of(chunk.feedCode() + '\n' + completion.recordId());
            UUID content = digest.of(CanonicalBytes.of(completion));
            VersionOrder order =
                    VersionOrder.of(
                            completion.version(),
                            chunk.statedAt(),
                            chunk.ref().delivery(),
                            position);
            String programme =
                    completion instanceof Completed completed
                            ? NormalForm.programme(completed.program().name())
                            : null;
            return new JudgedRecord(
                    position, key, content, order, completion, programme, keys, price);
        }

        private TeacherKeys keys(TeacherRef teacher) {
            return new TeacherKeys(
                    teacher.teacherNo(),
                    teacher.teacherNo() == null ? null : ids.lookup(teacher.teacherNo()),
                    teacher.idDocument() == null ? null : ids.lookup(teacher.idDocument()),
                    NormalForm.person(teacher.name()));
        }

        private void reject(long position, @Nullable String recordId, List<Finding> findings) {
            rejected++;
            note(position, recordId, findings);
        }

        private void note(long position, @Nullable String recordId, List<Finding> findings) {
            for (Finding finding : findings)
                remarks.add(new FindingAt(position, recordId, finding));
        }
    }
}
