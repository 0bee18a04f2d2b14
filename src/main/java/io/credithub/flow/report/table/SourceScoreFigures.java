package io.credithub.flow.report.table;

import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.report.ReportQuestion;
import io.credithub.flow.report.head.BasisQuestion;
import io.credithub.flow.report.head.ReportBasis;
import io.credithub.flow.report.head.ReportHeads;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What sources are scored by, all at one moment. Implemented by `hub.store`.
public interface SourceScoreFigures {
    Uni<SourceScoreSums> read(SourceScoreQuestion question);

    /// @param isWhole deliveries are counted too, and what waits or is nobody's
    /// @param begins of the school year
    /// @param ends of the school year, or the moment of the figures if that is earlier
    /// @param basis what their basis is asked by
    record SourceScoreQuestion(
            Jurisdiction within,
            boolean isWhole,
            int schoolYear,
            Instant begins,
            Instant ends,
            ZoneId zone,
            BasisQuestion basis) {
        static SourceScoreQuestion of(ReportQuestion question, ReportHeads heads) {
            int year = heads.yearOf(question);
            Instant ends = heads.beginning(year + 1);
            return new SourceScoreQuestion(
                    question.within(),
                    heads.isWhole(question.within()),
                    year,
                    heads.beginning(year),
                    ends.isBefore(question.asOf()) ? ends : question.asOf(),
                    heads.zone(),
                    heads.basisOf(question, year));
        }

        /// The moment of the figures.
        public Instant asOf() {
            return basis.asOf();
        }
    }

    /// @param deliveries of every feed, by code; empty unless they were counted
    /// @param records of feeds with any, by code
    /// @param delays of feeds with records in force, by code and days
    record SourceScoreSums(
            ReportBasis basis,
            List<SourceScoreDeliveries> deliveries,
            List<SourceScoreRecords> records,
            List<SourceScoreDelay> delays) {
        public SourceScoreSums {
            deliveries = List.copyOf(deliveries);
            records = List.copyOf(records);
            delays = List.copyOf(delays);
        }

        /// Whether a run has looked at all of the school year.
        boolean isReconciled() {
            return basis.run() != null;
        }
    }

    /// Deliveries that landed in the school year, and what became of their records.
    ///
    /// @param declared null: none declares anything
    /// @param lastAt when the last one landed, whatever the year; null: none ever did
    /// @param longestSilence the longest full days of the year without one; null likewise
    record SourceScoreDeliveries(
            String feed,
            long deliveries,
            @Nullable Long declared,
            long received,
            long accepted,
            long rejected,
            long duplicate,
            long waiting,
            @Nullable Instant lastAt,
            @Nullable Long longestSilence) {}

    /// Records of trainings completed in the school year.
    ///
    /// @param late first reported later than they may be, as runs of reconciliation found
    /// @param hours in force, in hundredths, as `credits` are
    record SourceScoreRecords(
            String feed,
            long inForce,
            long aside,
            long held,
            long refused,
            long waiting,
            long withdrawn,
            long late,
            long hours,
            long credits,
            long openBreaks,
            long inQuestion) {
        /// All that are placed or wait.
        long all() {
            return inForce + aside + held + refused + waiting;
        }

        long matched() {
            return inForce + aside;
        }
    }

    /// How many records in force came so many days after their completion.
    record SourceScoreDelay(String feed, long days, long records) {}
}
