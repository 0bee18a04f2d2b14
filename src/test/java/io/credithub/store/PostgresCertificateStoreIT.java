package io.credithub.store;

import io.credithub.contract.CertificateStoreContract;
import io.credithub.testing.ApartFromOthers;

@ApartFromOthers
final class PostgresCertificateStoreIT extends CertificateStoreContract {
    PostgresCertificateStoreIT() {
        super(PostgresStores.shared());
    }
}
