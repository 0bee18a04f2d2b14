package io.credithub.domain.policy.terms;

import io.credithub.domain.Article;

/// The probation training of a new teacher's first year, in hundredths of an hour (学时).
///
/// @param hourHundredths in all
/// @param centralised of these, centralised
/// @param schoolOrOnline of these, school-based and online together
@Article("三(二)")
public record NewTeacherRule(
        int hourHundredths, int centralised, int schoolOrOnline, String paragraph) {}
