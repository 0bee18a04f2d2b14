/// Where reports are sent to: folders, SFTP, e-mail and webhooks, as the operator has configured
/// them. Secrets are read from files when they are needed, and are in no log, error or address.
/// When something is sent, and what becomes of it, is `flow.subscription`'s.
///
/// Begin with `ConfiguredTargets`.
@NullMarked
package io.credithub.report.post;

import org.jspecify.annotations.NullMarked;
