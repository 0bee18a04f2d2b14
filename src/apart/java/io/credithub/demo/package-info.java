/// A synthetic province: schools, teachers and five school years of trainings as three systems see
/// them, from one seed; and those systems, simulated. Everybody in it is made up.
///
/// Start with [io.credithub.demo.Province] (what there is) and [io.credithub.demo.answer.AnswerKey]
/// (what it must be worth, computed here by other means than the hub's own).
@NullMarked
package io.credithub.demo;

import org.jspecify.annotations.NullMarked;
