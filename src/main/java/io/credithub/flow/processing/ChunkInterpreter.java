package io.credithub.flow.processing;

import io.credithub.domain.completion.CanonicalBytes;
import io.credithub.domain.completion.Completed;
import io.credithub.domain.completion.Completion;
import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.NormalForm;
import io.credithub.domain.completion.TeacherRef;
import io.credithub.domain.completion.Withdrawal;
import io.credithub.domain.ledger.VersionOrder;
import io.credithub.domain.programme.ProgrammeTitle;
import io.credithub.flow.delivery.Digest;
import io.credithub.flow.delivery.FindingAt;
import io.credithub.flow.delivery.LandedChunk;
import io.credithub.flow.delivery.PersonSet;
import io.credithub.flow.processing.Mapping.Mapper;
import io.credithub.flow.reading.RawRecord;
import io.credithub.flow.reading.Reading;
import io.credithub.flow.result.OverTime;
import io.credithub.flow.rules.Policies;
import io.credithub.flow.teacher.IdProtection;
import io.credithub.flow.teacher.TeacherKeys;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads and maps one chunk: all that can be done without the registry. Uses the processor and
/// nothing else, so chunks are interpreted side by side while one of them is being posted.
@Singleton
public final class ChunkInterpreter {
    private final Reading reading;
    private final Mapping mapping;
    private final IdProtection ids;
    private final Policies policies;

    /// @param policies whose calendar says on which day a delivery landed
    public ChunkInterpreter(Reading reading, Mapping mapping, IdProtection ids, Policies policies) {
        this.reading = reading;
        this.mapping = mapping;
        this.ids = ids;
        this.policies = policies;
    }

    /// Never fails for bad content: what is wrong with a record is a finding.
    public InterpretedChunk interpret(LandedChunk chunk) {
        return new InterpretingPass(chunk).interpret();
    }

    /// One chunk on its way through.
    private final class InterpretingPass {
        private final LandedChunk chunk;
        private final Mapper mapper;
        private final LocalDate today;
        private final Digest digest = new Digest();
        private final PersonSet persons = new PersonSet();
        private final List<InterpretedRecord> records;
        private final List<FindingAt> remarks = new ArrayList<>();
        private int rejected;

        InterpretingPass(LandedChunk chunk) {
            this.chunk = chunk;
            this.mapper = mapping.of(chunk.feedCode());
            this.today = policies.dayOf(chunk.landedAt());
            this.records = new ArrayList<>(chunk.slice().records());
        }

        InterpretedChunk interpret() {
            for (RawRecord raw : reading.read(chunk.source(), chunk.slice())) {
                OverTime.check();
                if (chunk.takes(raw.position())) takeAlone(raw);
            }
            return new InterpretedChunk(chunk, records, remarks, rejected, persons.sorted());
        }

        /// What nobody foresaw costs this record, and no other.
        private void takeAlone(RawRecord raw) {
            try {
                take(raw);
            } catch (RuntimeException | StackOverflowError failure) {
                OverTime.check();
                reject(
                        raw.position(),
                        null,
                        List.of(RecordFailures.finding(chunk.ref(), raw.position(), failure)));
            }
        }

        private void take(RawRecord raw) {
            if (!raw.findings().isEmpty()) {
                reject(raw.position(), null, raw.findings());
                return;
            }
            switch (mapper.map(raw, today)) {
                case Mapped.Unmappable refused ->
                        reject(raw.position(), refused.recordId(), refused.findings());
                case Mapped.MappedRecord understood -> {
                    Completion completion = understood.completion();
                    note(raw.position(), completion.recordId(), understood.findings());
                    records.add(record(raw.position(), completion));
                }
            }
        }

        private InterpretedRecord record(long position, Completion completion) {
            UUID key = digest.of(chunk.feedCode() + '\n' + completion.recordId());
            UUID content = ids.keyed(digest.of(CanonicalBytes.of(completion)));
            VersionOrder order =
                    VersionOrder.of(
                            completion.version(), chunk.statedAt(), chunk.landing(), position);
            return switch (completion) {
                case Completed completed -> {
                    TeacherKeys keys = keys(completed.teacher());
                    persons.add(keys.person());
                    yield new InterpretedRecord(
                            position, key, content, order, completion, title(completed), keys);
                }
                case Withdrawal _ ->
                        new InterpretedRecord(
                                position, key, content, order, completion, null, null);
            };
        }

        private static ProgrammeTitle title(Completed completed) {
            Completed.Program program = completed.program();
            String organiser = program.organiser();
            return new ProgrammeTitle(
                    NormalForm.programme(program.name()),
                    program.code(),
                    program.session(),
                    organiser == null ? null : NormalForm.programme(organiser));
        }

        private TeacherKeys keys(TeacherRef teacher) {
            return new TeacherKeys(
                    teacher.teacherNo(),
                    teacher.teacherNo() == null ? null : ids.lookup(teacher.teacherNo()),
                    teacher.idDocument() == null ? null : ids.lookup(teacher.idDocument()),
                    NormalForm.person(teacher.name()),
                    teacher.birthDate(),
                    teacher.schoolCode());
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
