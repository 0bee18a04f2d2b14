/// Certificates of credits, and the keys that verify them. Signing lies in `security`, the rules in
/// `flow`. Begin with `CertificateResource`.
@NullMarked
package io.credithub.api.certificate;

import org.jspecify.annotations.NullMarked;
