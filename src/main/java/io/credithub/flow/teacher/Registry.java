package io.credithub.flow.teacher;

import io.credithub.domain.Credits;
import io.credithub.domain.completion.Facts;
import io.credithub.domain.ledger.Cause;
import io.credithub.domain.ledger.EntryReason;
import io.credithub.domain.ledger.LedgerEntry;
import io.credithub.domain.ledger.Occasion;
import io.credithub.domain.ledger.Valuation.AwardAmounts;
import io.credithub.domain.ledger.VersionState;
import io.credithub.domain.policy.terms.Residence;
import io.credithub.domain.standing.Tally;
import io.credithub.domain.standing.TeacherFacts;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.TeacherSight;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The file of a teacher, as it is kept. Implemented by `hub.store`.
public interface Registry {
    /// A teacher is in sight of the county of the home school, and of the one where they work.
    ///
    /// @return empty too if the teacher is outside the jurisdiction: nobody can tell the difference
    default Uni<Optional<RegisteredTeacher>> find(String teacherNo, Jurisdiction within) {
        return find(teacherNo, within, null);
    }

    /// The same for one who may see a division or a school. A school sees who belongs to it, and
    /// who works there.
    default Uni<Optional<RegisteredTeacher>> find(String teacherNo, TeacherSight sight) {
        return find(teacherNo, sight.within())
                .map(found -> found.filter(one -> one.profile().isIn(sight)));
    }

    /// The same with what was granted, lent and decided as it was known at an instant. What the
    /// roster itself says is today's: it keeps no history.
    ///
    /// @param before what came later is left out, taking back too; null: as of now
    Uni<Optional<RegisteredTeacher>> find(
            String teacherNo, Jurisdiction within, @Nullable Instant before);

    /// The ledger lines of some school years, in order.
    ///
    /// @param number of the teacher in the registry
    Uni<List<LedgerLine>> ledger(int number, int firstYear, int lastYear);

    /// The sums of every cycle in which the teacher has any, by its first school year.
    Uni<Map<Integer, Kept>> standings(int number);

    /// @param number in the registry
    /// @param residences where the teacher belongs and belonged
    record RegisteredTeacher(
            int number, Profile profile, TeacherFacts facts, List<Residence> residences) {
        /// Whether it is theirs to decide about the teacher, and not only to see.
        public boolean answersTo(Jurisdiction within) {
            return within.covers(profile.answering());
        }
    }

    /// What may be shown of a teacher to who answers for them.
    ///
    /// @param idMasked as `1401**********0016`
    /// @param homeSchool of a seconded teacher: where the credits are registered
    /// @param division where the teacher works
    /// @param homeDivision of the home school of a teacher who works elsewhere
    /// @param leftOn of a teacher who has left
    record Profile(
            String teacherNo,
            String name,
            @Nullable String idMasked,
            @Nullable String schoolCode,
            @Nullable String schoolName,
            @Nullable String homeSchool,
            String division,
            String status,
            @Nullable LocalDate confirmedOn,
            @Nullable LocalDate transferredOn,
            @Nullable String homeDivision,
            @Nullable LocalDate leftOn) {
        /// The county whose sums, sight and rules are the teacher's.
        String answering() {
            return homeDivision == null ? division : homeDivision;
        }

        private boolean isIn(TeacherSight sight) {
            String home = homeSchool == null ? schoolCode : homeSchool;
            return sight.has(answering(), home) || sight.has(division, schoolCode);
        }

        /// People are never printed.
        @Override
        public String toString() {
            return "Profile[masked]";
        }
    }

    /// One line of the ledger with the content of the record behind it.
    ///
    /// @param policy number of the policy version
    /// @param rule as it is stored: see [AwardAmounts]
    /// @param adjustment by which it earns something else; absent: it earns by the rules
    record LedgerLine(
            long seq,
            long block,
            Instant postedAt,
            LedgerEntry.EntryKind kind,
            int schoolYear,
            int policy,
            int rule,
            LineAmounts amounts,
            Facts facts,
            String programme,
            RecordOrigin origin,
            LineReason why,
            @Nullable LineAdjustment adjustment) {
        /// Whether a person decided what is earned, and not the rules.
        public boolean isAdjusted() {
            return AwardAmounts.isAdjusted(rule);
        }
    }

    /// By what a line earns other than the rules say.
    ///
    /// @param id of the adjustment
    /// @param at when it was posted
    /// @param role of whose decision posted it
    record LineAdjustment(long id, Credits credits, String reason, Instant at, String role) {}

    /// Why a line is there, as it was written with it.
    ///
    /// @param occasion what set its block going
    /// @param instead what counts instead, if that is the reason
    record LineReason(EntryReason reason, Occasion occasion, @Nullable Instead instead) {}

    /// The content that counted instead when a line was written.
    ///
    /// @param feed of its record
    /// @param delivery that brought it
    record Instead(Cause cause, String feed, String recordId, long delivery) {}

    /// Signed: negative in a reversal.
    record LineAmounts(Credits credits, Credits experience, Credits quality) {
        public Credits practice() {
            return credits.minus(experience).minus(quality);
        }
    }

    /// Where the record is found, and what the registry makes of this content now.
    ///
    /// @param delivery that holds the bytes
    /// @param version of the record's contents, from 1
    /// @param withdrawn whether the source has taken the record back since
    /// @param replay the delivery by which it was read again and taken; absent if it was at first
    record RecordOrigin(
            String feed,
            String recordId,
            long delivery,
            int chunk,
            long position,
            int version,
            VersionState state,
            boolean withdrawn,
            @Nullable Credits sourceCredits,
            @Nullable Long replay) {
        /// The delivery whose outcomes the content is counted in.
        public long countedIn() {
            return replay == null ? delivery : replay;
        }
    }

    /// Sums of a cycle, under a policy version.
    record Kept(int policy, Tally tally) {}
}
