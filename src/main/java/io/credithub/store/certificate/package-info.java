/// Certificates and the keys that sign them. Signing is `security`'s. Begin with
/// `PostgresCertificates`.
@NullMarked
package io.credithub.store.certificate;

import org.jspecify.annotations.NullMarked;
