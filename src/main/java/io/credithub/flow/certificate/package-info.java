/// Certificates: issuing, signing, striking off, and the keys that verify them. What a teacher has
/// is `flow.statement`'s. Begin with `IssueCertificates`.
@NullMarked
package io.credithub.flow.certificate;

import org.jspecify.annotations.NullMarked;
