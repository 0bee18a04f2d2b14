package io.credithub.domain.policy.terms;

import io.credithub.domain.Article;
import java.math.BigDecimal;

/// Who was there for less than this share earns nothing, where a source gives attendance at all.
///
/// @param minimum a share from 0 to 1
/// @param exclusive whether the minimum itself is not enough
@Article("三(三)")
public record AttendanceRule(BigDecimal minimum, boolean exclusive, String paragraph) {
    public boolean isEnough(BigDecimal attendance) {
        int compared = attendance.compareTo(minimum);
        return exclusive ? compared > 0 : compared >= 0;
    }
}
