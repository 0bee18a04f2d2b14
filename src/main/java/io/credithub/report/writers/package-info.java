/// Who makes the writers of reports: one of each format, above them all, so that none of them knows
/// another.
@NullMarked
package io.credithub.report.writers;

import org.jspecify.annotations.NullMarked;
