package io.credithub.flow.certificate;

import io.credithub.domain.Article;
import io.credithub.domain.Credits;
import io.credithub.domain.bank.BankRefusal;
import io.credithub.domain.bank.Purpose;
import io.credithub.domain.standing.Standing;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.bank.ActHeader;
import io.credithub.flow.bank.ReserveCredits;
import io.credithub.flow.bank.TeacherTransactions;
import io.credithub.flow.certificate.Certificates.StoredCertificate;
import io.credithub.flow.result.Outcome;
import io.credithub.flow.result.Outcome.Done;
import io.credithub.flow.result.Outcome.NotFound;
import io.credithub.flow.result.Outcome.Refused;
import io.credithub.flow.statement.StandingQuery;
import io.credithub.flow.teacher.Registry.Profile;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Applies credits (应用): certifies where a teacher stands for a purpose, signed so that anybody can
/// check it without asking. What may be reserved for the purpose is reserved with it.
@Article({"四(五)", "五(三)"})
@Singleton
public final class IssueCertificates {
    /// Neither letters nor digits that are taken for one another.
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int LETTERS_COUNT = 10;
    private static final int LETTER_BITS = 5;

    private final TeacherTransactions transactions;
    private final StandingQuery standings;
    private final ReserveCredits reservations;
    private final Certificates certificates;
    private final CertificateStore store;
    private final Signing signing;
    private final InstantSource clock;

    public IssueCertificates(
            TeacherTransactions transactions,
            StandingQuery standings,
            ReserveCredits reservations,
            Certificates certificates,
            CertificateStore store,
            Signing signing,
            InstantSource clock) {
        this.transactions = transactions;
        this.standings = standings;
        this.reservations = reservations;
        this.certificates = certificates;
        this.store = store;
        this.signing = signing;
        this.clock = clock;
    }

    /// A certificate that somebody asks for.
    ///
    /// @param cycle its first school year
    /// @param asOf not after today
    /// @param reserve for the purpose; null: nothing
    public record CertificateRequest(
            int cycle, Purpose purpose, LocalDate asOf, @Nullable Credits reserve) {}

    /// @param code the verification code, a [Jws]
    public record IssuedCertificate(Certificate certificate, String code) {
        /// The code names a person.
        @Override
        public String toString() {
            return "Issued[" + certificate.number() + "]";
        }
    }

    private record Subject(Profile profile, Standing standing) {}

    public Uni<Outcome<IssuedCertificate, BankRefusal>> issue(
            TeacherTransactions.TeacherRequest request, CertificateRequest asked) {
        return transactions
                .look(
                        request.teacherNo(),
                        request.within(),
                        teacher ->
                                standings
                                        .tell(
                                                request.teacherNo(),
                                                asked.cycle(),
                                                asked.asOf(),
                                                request.within())
                                        .map(known ->
                                                new Subject(
                                                        teacher.profile(),
                                                        known.orElseThrow().standing())))
                .chain(subject ->
                        subject.isEmpty()
                                ? Uni.createFrom().item(Outcome.notFound())
                                : issue(request, asked, subject.get()));
    }

    /// The county where a teacher works may certify; what is reserved is the home county's.
    private Uni<Outcome<IssuedCertificate, BankRefusal>> issue(
            TeacherTransactions.TeacherRequest request, CertificateRequest asked, Subject subject) {
        return asked.reserve() == null
                ? transactions.certify(request, file -> issue(file, request, asked, subject))
                : transactions.serve(request, file -> issue(file, request, asked, subject));
    }

    private Uni<Outcome<IssuedCertificate, BankRefusal>> issue(
            TeacherTransactions.TeacherFile file,
            TeacherTransactions.TeacherRequest request,
            CertificateRequest asked,
            Subject subject) {
        if (asked.reserve() == null) return sign(file, request, asked, new Paper(subject, null));
        ReserveCredits.ReservationRequest reserve =
                new ReserveCredits.ReservationRequest(
                        asked.cycle(), asked.reserve(), asked.purpose(), null);
        return reservations
                .reserve(file, request.by(), reserve)
                .chain(outcome ->
                        switch (outcome) {
                            case Done<UUID, BankRefusal>(UUID id) ->
                                    sign(file, request, asked, new Paper(subject, id));
                            case NotFound<UUID, BankRefusal> _ ->
                                    Uni.createFrom().item(Outcome.notFound());
                            case Refused<UUID, BankRefusal>(BankRefusal why) ->
                                    Uni.createFrom().item(Outcome.refused(why));
                        });
    }

    private record Paper(Subject subject, @Nullable UUID reservation) {}

    private Uni<Outcome<IssuedCertificate, BankRefusal>> sign(
            TeacherTransactions.TeacherFile file,
            TeacherTransactions.TeacherRequest request,
            CertificateRequest asked,
            Paper paper) {
        UUID id = UUID.randomUUID();
        Credits reserve = asked.reserve();
        Certificate.IssueDetails issue =
                new Certificate.IssueDetails(
                        number(file.day().getYear(), id),
                        now(),
                        new Certificate.IssuingOffice(
                                request.within().divisionCode(), request.by()),
                        asked.purpose(),
                        reserve == null ? null : reserve.toString());
        Certificate certificate =
                Certificate.of(
                        issue,
                        paper.subject().profile(),
                        transactions.policy().heading(),
                        paper.subject().standing());
        Jws code = Jws.sign(signing, certificate.canonical());
        ActHeader act = new ActHeader(id, file.teacher(), request.by());
        return store.issue(
                        file.ledger(),
                        act,
                        new CertificateStore.NewCertificate(certificate, code, paper.reservation()))
                .replaceWith(
                        () -> Outcome.done(new IssuedCertificate(certificate, code.compact())));
    }

    /// By the province's clock: what is issued in the small hours is not issued the day before.
    private String now() {
        ZoneId zone = transactions.policy().terms().calendar().zone();
        return clock.instant()
                .truncatedTo(ChronoUnit.SECONDS)
                .atZone(zone)
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    /// As `2026-7F3KXM2QBW`: nobody guesses the next.
    private static String number(int year, UUID id) {
        StringBuilder number = new StringBuilder().append(year).append('-');
        long bits = id.getLeastSignificantBits();
        for (int i = 0; i < LETTERS_COUNT; i++) {
            number.append(LETTERS.charAt(Math.toIntExact(bits & (LETTERS.length() - 1))));
            bits >>>= LETTER_BITS;
        }
        return number.toString();
    }

    /// Revokes a certificate, and releases what is reserved for it and not used yet.
    ///
    /// @return nobody, too, if there is no such certificate or it was revoked before
    public Uni<Outcome<UUID, BankRefusal>> revoke(
            TeacherTransactions.TeacherRequest request, String number, String reason) {
        return transactions.serve(
                request,
                file ->
                        store.of(file.ledger(), file.teacher())
                                .chain(all ->
                                        revoke(file, request.by(), find(all, number), reason)));
    }

    private Uni<Outcome<UUID, BankRefusal>> revoke(
            TeacherTransactions.TeacherFile file,
            String by,
            @Nullable StoredCertificate certificate,
            String reason) {
        if (certificate == null) return Uni.createFrom().item(Outcome.notFound());
        ActHeader act = new ActHeader(certificate.id(), file.teacher(), by);
        Uni<Outcome<UUID, BankRefusal>> revoked =
                store.revoke(file.ledger(), act, reason)
                        .map(done -> done ? Outcome.done(certificate.id()) : Outcome.notFound());
        UUID reservation = certificate.reservation();
        return reservation == null
                ? revoked
                : revoked.call(() -> reservations.release(file, by, reservation));
    }

    private static @Nullable StoredCertificate find(List<StoredCertificate> all, String number) {
        for (StoredCertificate one : all) if (one.number().equals(number)) return one;
        return null;
    }

    /// @return empty if there is no such teacher within the jurisdiction
    public Uni<Optional<List<StoredCertificate>>> all(String teacherNo, Jurisdiction within) {
        return transactions.look(teacherNo, within, teacher -> certificates.of(teacher.number()));
    }
}
