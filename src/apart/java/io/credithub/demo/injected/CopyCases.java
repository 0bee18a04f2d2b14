package io.credithub.demo.injected;

import io.credithub.demo.model.Details;
import io.credithub.demo.model.Programme;
import io.credithub.demo.model.SourceSystem;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import java.util.List;

/// Cases of one training that several records tell of: of a national one, which its own platform
/// reports as it is and the province's otherwise.
final class CopyCases {
    private static final String ORGANISER = "山西师范大学";

    private CopyCases() {}

    static InjectedCase of(InjectedKind kind, CaseDraft draft) {
        return switch (kind) {
            case THREE_ALIKE -> threeAlike(draft);
            case SESSIONS -> sessions(draft);
            case REISSUED -> reissued(draft);
            case TWO_PLACES -> twoPlaces(draft);
            case HOURS_TOGETHER -> together(draft);
            default -> pair(kind, draft);
        };
    }

    private static InjectedCase pair(InjectedKind kind, CaseDraft draft) {
        Programme ours = programme(kind, draft);
        Details right = details(kind, draft, ours);
        Programme theirs = told(kind, ours);
        Details other = retold(kind, draft, right);
        return draft.tell(SourceSystem.NATIONAL, ours, right)
                .tell(SourceSystem.PROVINCE, theirs, other)
                .done();
    }

    private static Programme programme(InjectedKind kind, CaseDraft draft) {
        Programme plain = draft.programme(Level.NATIONAL, Form.ONLINE);
        return switch (kind) {
            case ORGANISER_ADDED -> plain.withOrganiser(ORGANISER);
            case THEMES_DIFFER -> plain.withThemes(List.of("ETHICS"));
            default -> plain;
        };
    }

    private static Details details(InjectedKind kind, CaseDraft draft, Programme programme) {
        Details plain = draft.details(programme);
        return switch (kind) {
            case ATTENDANCE_DIFFERS -> plain.withAttendance(9500);
            case HOURS_NEAR -> plain.withHours(3000);
            default -> plain;
        };
    }

    /// What the second system says of the programme.
    private static Programme told(InjectedKind kind, Programme ours) {
        return switch (kind) {
            case LEVEL_CHANGED, REGISTERED_LEVEL -> ours.withLevel(Level.PROVINCE);
            case FORM_DIFFERS -> ours.withForm(Form.SCHOOL_BASED);
            case CODE_LEFT_OUT, ALIAS -> ours.withCode(null);
            case THEMES_DIFFER -> ours.withThemes(List.of("ETHICS", "ICT"));
            default -> ours;
        };
    }

    /// What the second system says of the attendance.
    private static Details retold(InjectedKind kind, CaseDraft draft, Details right) {
        String name = right.name();
        String end = name.substring(4);
        return switch (kind) {
            case DAY_SHIFTED, REGISTERED_DAY -> later(right, draft.dice().between(1, 5));
            case SESSION_ADDED -> right.withName(name + "第" + draft.dice().between(2, 9) + "期");
            case YEAR_ADDED -> right.withName(draft.day().getYear() + "年" + name);
            case QUOTES_ADDED -> right.withName("“" + name.substring(0, 4) + "”" + end);
            case BRACKETS_ADDED -> right.withName(name + "(" + name.substring(0, 2) + ")");
            case DASH_ADDED -> right.withName(name.substring(0, 4) + "—" + end);
            case ORGANISER_ADDED -> right.withName(ORGANISER + name);
            case SAME_NAME -> right.withName("  " + name + " ");
            case ALIAS -> right.withName(alias(name));
            case HOURS_NEAR -> later(right.withHours(2500), 14);
            case HOURS_DIFFER -> right.withHours(right.hourHundredths() + 700);
            case GRADE_DIFFERS -> right.withGrade(Grade.GOOD);
            case ATTENDANCE_DIFFERS -> right.withAttendance(8700);
            default -> right;
        };
    }

    static String alias(String name) {
        return "晋培·" + name;
    }

    private static Details later(Details details, int days) {
        return details.withCompletedOn(details.completedOn().plusDays(days));
    }

    /// Two sessions of one platform, and one record of the other that may be either.
    private static InjectedCase threeAlike(CaseDraft draft) {
        Programme programme = draft.programme(Level.NATIONAL, Form.ONLINE);
        Details first = draft.details(programme);
        return draft.tell(SourceSystem.NATIONAL, programme, first)
                .tell(SourceSystem.NATIONAL, programme, later(first, 9))
                .tell(SourceSystem.PROVINCE, programme, later(first, 4))
                .done();
    }

    /// As the regulation's worked example: 10 h and 15 h, two ids, one name, two days.
    private static InjectedCase sessions(CaseDraft draft) {
        Programme programme = draft.programme(Level.SCHOOL, Form.SCHOOL_BASED);
        Details first = draft.details(programme).withHours(1000);
        return draft.tell(SourceSystem.VENDOR, programme, first)
                .tell(SourceSystem.VENDOR, programme, later(first, 7).withHours(1500))
                .done();
    }

    private static InjectedCase reissued(CaseDraft draft) {
        Programme programme = draft.programme(Level.SCHOOL, Form.SCHOOL_BASED);
        Details details = draft.details(programme).withEvidence(0);
        return draft.tell(SourceSystem.VENDOR, programme, details)
                .tell(SourceSystem.VENDOR, programme, details)
                .done();
    }

    /// Few hours, so that the days are not too full besides.
    private static InjectedCase twoPlaces(CaseDraft draft) {
        Programme one = draft.programme(Level.PROVINCE, Form.CENTRALISED).withOrganiser(ORGANISER);
        Programme other = one.withName(alias(one.name())).withOrganiser("太原师范学院");
        Details here = draft.details(one).withHours(600);
        return draft.tell(SourceSystem.PROVINCE, one, here)
                .tell(SourceSystem.PROVINCE, other, later(here, 3).withName(other.name()))
                .done();
    }

    /// Seven hours a day each, and both on some days.
    private static InjectedCase together(CaseDraft draft) {
        Programme one = draft.programme(Level.PROVINCE, Form.CENTRALISED);
        Programme other = one.withName(alias(one.name()));
        Details here = draft.details(one).withHours(4200);
        return draft.tell(SourceSystem.PROVINCE, one, here)
                .tell(SourceSystem.PROVINCE, other, later(here, 2).withName(other.name()))
                .done();
    }
}
