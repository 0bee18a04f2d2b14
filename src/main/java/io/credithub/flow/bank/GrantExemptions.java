package io.credithub.flow.bank;

import io.credithub.domain.Article;
import io.credithub.domain.bank.BankRefusal;
import io.credithub.domain.bank.RefusalReason;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.bank.Bank.ExemptionRecord;
import io.credithub.flow.result.Outcome;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Lets a teacher off in a school year, on evidence: never silently, and never twice for one
/// reason.
@Article({"三(二)", "五(一)"})
@Singleton
public final class GrantExemptions {
    private final TeacherTransactions transactions;
    private final Bank bank;

    public GrantExemptions(TeacherTransactions transactions, Bank bank) {
        this.transactions = transactions;
        this.bank = bank;
    }

    /// An exemption that somebody asks for.
    ///
    /// @param kind see [#isKind]
    public record ExemptionRequest(String kind, int schoolYear, String evidence) {}

    /// Whether the policy knows such a kind of exemption.
    public boolean isKind(String kind) {
        return kinds().contains(kind);
    }

    /// The kinds of exemption that the policy knows.
    public List<String> kinds() {
        return transactions.policy().terms().requirements().exemptions().stream()
                .map(known -> known.kind())
                .toList();
    }

    /// @return the id of the exemption
    public Uni<Outcome<UUID, BankRefusal>> grant(
            TeacherTransactions.TeacherRequest request, ExemptionRequest asked) {
        UUID id = UUID.randomUUID();
        return transactions.serve(
                request,
                file -> {
                    ActHeader act = new ActHeader(id, file.teacher(), request.by());
                    return file.record(
                            new BankAct.Exempt(
                                    act, asked.kind(), asked.schoolYear(), asked.evidence()),
                            id,
                            Outcome.refused(BankRefusal.because(RefusalReason.EXEMPTED_ALREADY)));
                });
    }

    /// @return nobody, too, if the exemption was taken back before
    public Uni<Outcome<UUID, BankRefusal>> end(
            TeacherTransactions.TeacherRequest request, UUID id) {
        return transactions.serve(
                request,
                file -> {
                    ActHeader act = new ActHeader(id, file.teacher(), request.by());
                    return file.record(new BankAct.EndExemption(act), id, Outcome.notFound());
                });
    }

    /// @return empty if there is no such teacher within the jurisdiction
    public Uni<Optional<List<ExemptionRecord>>> all(String teacherNo, Jurisdiction within) {
        return transactions.look(teacherNo, within, teacher -> bank.exemptions(teacher.number()));
    }
}
