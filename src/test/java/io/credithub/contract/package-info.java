/// What ports promise, each promise a test, run on the fakes and on PostgreSQL. Begin with
/// `LedgerLockContract`.
@NullMarked
package io.credithub.contract;

import org.jspecify.annotations.NullMarked;
