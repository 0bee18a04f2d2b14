package io.credithub.api.explain;

import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.api.teacher.AdjustedView;
import io.credithub.api.teacher.StatementView.Components;
import io.credithub.api.teacher.TrainingView;
import io.credithub.domain.Credits;
import io.credithub.domain.Text;
import io.credithub.domain.ledger.LedgerEntry;
import io.credithub.domain.policy.Step;
import io.credithub.domain.policy.terms.Confidence;
import io.credithub.domain.policy.terms.Heading;
import io.credithub.flow.explain.AwardExplanation;
import io.credithub.flow.explain.CodeLookup;
import io.credithub.flow.explain.Provenance.Delivered;
import io.credithub.flow.statement.Statement.Explained;
import io.credithub.flow.teacher.Registry.LedgerLine;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Why a line of the ledger is there, in the order in which it came about.
///
/// @param seq its number in the ledger
/// @param sentences the whole story, for a teacher
public record ExplanationView(
        long seq,
        @Nullable String teacherNo,
        LedgerEntry.EntryKind kind,
        Instant postedAt,
        DeliveryPart delivery,
        RecordPart record,
        MappingPart mapping,
        FactsPart facts,
        RulePart rule,
        OutcomeView outcome,
        List<Text> sentences) {
    static ExplanationView of(AwardExplanation award) {
        LedgerLine line = award.posted().line();
        return new ExplanationView(
                line.seq(),
                award.posted().teacherNo(),
                line.kind(),
                line.postedAt(),
                DeliveryPart.of(award),
                RecordPart.of(award),
                MappingPart.of(award),
                new FactsPart(TrainingView.of(line.programme(), line.facts()), award.matches()),
                RulePart.of(award),
                OutcomeView.of(award),
                award.sentences());
    }

    /// The delivery that brought the record.
    ///
    /// @param replay the delivery by which it was read again and taken; absent if it was at first
    /// @param chunk that holds the record
    /// @param position of the record in the delivery, from 0
    public record DeliveryPart(
            long id,
            String feed,
            @Nullable Text title,
            String reference,
            String sha256,
            Instant landedAt,
            @Nullable Instant statedAt,
            int chunk,
            long position,
            @Nullable Long replay) {
        static DeliveryPart of(AwardExplanation award) {
            Delivered delivered = award.posted().delivered();
            LedgerLine line = award.posted().line();
            return new DeliveryPart(
                    delivered.delivery(),
                    line.origin().feed(),
                    award.again().feed() == null ? null : award.again().feed().title(),
                    AwardExplanation.shown(delivered.reference()),
                    delivered.sha256(),
                    delivered.landedAt(),
                    delivered.statedAt(),
                    line.origin().chunk(),
                    line.origin().position(),
                    line.origin().replay());
        }
    }

    /// The record as it came.
    ///
    /// @param fields as the source wrote them, masked where they name a person too closely; absent
    ///   where the feed as it is set up now cannot read them
    public record RecordPart(
            String recordId,
            int version,
            @Schema(implementation = Object.class) @Nullable JsonNode fields) {
        static RecordPart of(AwardExplanation award) {
            LedgerLine line = award.posted().line();
            return new RecordPart(
                    AwardExplanation.shown(line.origin().recordId()),
                    line.origin().version(),
                    award.again().fields());
        }
    }

    /// The mapping that posted the record, and the one that is loaded.
    ///
    /// @param posted SHA-256 of the folder then: the mapping version
    /// @param loaded the same now; absent if the feed is not there any more
    /// @param codes looked up in tables on the way; none unless it is the same version
    public record MappingPart(
            String feed,
            String posted,
            @Nullable String loaded,
            boolean sameVersion,
            List<CodeLookup> codes) {
        static MappingPart of(AwardExplanation award) {
            return new MappingPart(
                    award.posted().line().origin().feed(),
                    award.posted().delivered().mappingDigest(),
                    award.again().loadedDigest(),
                    award.again().sameVersion(),
                    award.again().codes());
        }
    }

    /// What the award rests on, as it is stored.
    ///
    /// @param matches whether the record, mapped again, gives these very facts
    public record FactsPart(TrainingView training, boolean matches) {}

    /// How the facts became the figure.
    ///
    /// @param version number of the policy version in the registry
    /// @param source the regulation, as officials cite it
    /// @param steps computed again from the stored facts
    /// @param adjusted by whose decision it earns something else than the steps lead to; absent for
    ///   most
    /// @param credits signed: below 0 in a reversal
    /// @param verified whether they lead to what was posted
    public record RulePart(
            String policy,
            int version,
            Text title,
            String source,
            Confidence confidence,
            String rule,
            List<String> paragraphs,
            List<Step> steps,
            @Nullable AdjustedView adjusted,
            Credits credits,
            Components components,
            int schoolYear,
            boolean verified) {
        static RulePart of(AwardExplanation award) {
            Explained rules = award.rules();
            Heading heading = award.policy().heading();
            LedgerLine line = rules.line();
            return new RulePart(
                    rules.policy(),
                    line.policy(),
                    heading.title(),
                    heading.source(),
                    heading.confidence(),
                    rules.rule(),
                    rules.paragraphs(),
                    rules.steps(),
                    AdjustedView.of(rules),
                    line.amounts().credits(),
                    Components.of(line.amounts()),
                    line.schoolYear(),
                    rules.verified());
        }
    }
}
