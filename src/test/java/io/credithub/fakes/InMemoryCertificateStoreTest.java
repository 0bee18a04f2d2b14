package io.credithub.fakes;

import io.credithub.contract.CertificateStoreContract;
import io.credithub.fixtures.RuleSets;

final class InMemoryCertificateStoreTest extends CertificateStoreContract {
    InMemoryCertificateStoreTest() {
        super(new InMemoryStores(RuleSets.shanxi()));
    }
}
