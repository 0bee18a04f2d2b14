package io.credithub.domain.policy.terms;

import io.credithub.domain.Article;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;

/// School years and the cycles of five of them. Both are named by the year in which they begin.
///
/// @param schoolYearStart its first day
/// @param zone where the province's days begin and end
/// @param cycleAnchorYear the first school year of any one cycle
/// @param cycleYears school years of a cycle
@Article({"二(一)", "二(四)"})
public record SchoolCalendar(
        MonthDay schoolYearStart, ZoneId zone, int cycleAnchorYear, int cycleYears) {
    /// Where a policy names no zone. Nothing else may name one: whoever needs a day asks the
    /// policy.
    public static final ZoneId ZONE_DEFAULT = ZoneId.of("Asia/Shanghai");

    /// The school year of a day: 31 August 2023 is in 2022, the day after in 2023.
    public int schoolYearOf(LocalDate day) {
        boolean begun =
                day.getMonthValue() > schoolYearStart.getMonthValue()
                        || (day.getMonthValue() == schoolYearStart.getMonthValue()
                                && day.getDayOfMonth() >= schoolYearStart.getDayOfMonth());
        return begun ? day.getYear() : day.getYear() - 1;
    }

    /// The cycle of a day: the first of its school years.
    public int cycleOf(LocalDate day) {
        return cycleOfSchoolYear(schoolYearOf(day));
    }

    public int cycleOfSchoolYear(int schoolYear) {
        return schoolYear - Math.floorMod(schoolYear - cycleAnchorYear, cycleYears);
    }

    public LocalDate firstDayOf(int schoolYear) {
        return schoolYearStart.atYear(schoolYear);
    }
}
