/// How a school's claim for a teacher's own work is recognised (自主研修成果、学历学习的认定): who may do what in
/// which state, and what a claim is worth before anybody decides on it.
///
/// Not here: what becomes of a recognition. It is one more completion, and goes the way of all.
/// Start with [io.credithub.domain.recognition.Procedure], then
/// [io.credithub.domain.recognition.Appraisal].
@NullMarked
package io.credithub.domain.recognition;

import org.jspecify.annotations.NullMarked;
