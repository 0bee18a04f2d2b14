/// The audit trail: what is written of every request, and how offices read it. The trail itself is
/// kept by `store`; who may do what is said at each resource. Begin with `AuditFilter`.
@NullMarked
package io.credithub.api.audit;

import org.jspecify.annotations.NullMarked;
