package io.credithub.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.fixtures.Certified;
import io.credithub.fixtures.DrawnSigning;
import io.credithub.flow.bank.ActHeader;
import io.credithub.flow.certificate.Certificate;
import io.credithub.flow.certificate.CertificateStore;
import io.credithub.flow.certificate.Certificates;
import io.credithub.flow.certificate.Jws;
import io.credithub.flow.roster.Persons;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Certificates are kept as they were signed, and revoked once.
public abstract class CertificateStoreContract {
    private static final String BY = "a-key";
    private final Stores stores;
    private final Steps steps;
    private final int teacher;
    private final CertificateStore.NewCertificate issue;
    private final ActHeader act;

    protected CertificateStoreContract(Stores stores) {
        this.stores = stores;
        this.steps = new Steps(stores);
        this.teacher = steps.teacher("T");
        this.issue = issue(steps);
        this.act = new ActHeader(UUID.randomUUID(), teacher, BY);
    }

    private static CertificateStore.NewCertificate issue(Steps steps) {
        Certificate says = Certified.numbered(steps.own("2026"));
        Jws code = Jws.sign(new DrawnSigning(), says.canonical());
        return new CertificateStore.NewCertificate(says, code, null);
    }

    private void keep() {
        steps.underLock(ledger -> stores.certificates().issue(ledger, act, issue));
    }

    private List<Certificates.StoredCertificate> kept() {
        return steps.looking(ledger -> stores.certificates().of(ledger, teacher));
    }

    private boolean revoke(ActHeader header) {
        return steps.underLock(ledger -> stores.certificates().revoke(ledger, header, "补发"));
    }

    @Test
    void aCertificateIsKeptAsItWasSigned() {
        keep();
        Certificates.StoredCertificate stored = kept().getFirst();
        assertThat(stored.id()).isEqualTo(act.id());
        assertThat(stored.code()).isEqualTo(issue.code().compact());
        assertThat(stored.number()).isEqualTo(issue.certificate().number());
        assertThat(stored.granted().by()).isEqualTo(BY);
        assertThat(stored.status()).isEqualTo(Certificates.CertificateStatus.VALID);
    }

    @Test
    void aCertificateIsRevokedOnce() {
        keep();
        assertThat(revoke(act)).isTrue();
        assertThat(revoke(act)).isFalse();
        Certificates.StoredCertificate stored = kept().getFirst();
        assertThat(stored.reason()).isEqualTo("补发");
        assertThat(stored.status()).isEqualTo(Certificates.CertificateStatus.REVOKED);
    }

    @Test
    void nobodyElsesCertificateIsRevoked() {
        keep();
        int other = steps.teacher("O");
        assertThat(revoke(new ActHeader(act.id(), other, BY))).isFalse();
        assertThat(revoke(new ActHeader(UUID.randomUUID(), teacher, BY))).isFalse();
        assertThat(kept()).extracting(Certificates.StoredCertificate::ended).containsOnlyNulls();
    }

    @Test
    void whoeverHasACertificateHasAFile() {
        keep();
        Persons.KnownPerson person = Steps.wait(stores.persons().find(steps.own("T")));
        assertThat(person).isNotNull();
        assertThat(person.hasFile()).isTrue();
    }
}
