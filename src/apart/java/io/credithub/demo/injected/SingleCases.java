package io.credithub.demo.injected;

import io.credithub.demo.injected.CaseDraft.Told;
import io.credithub.demo.model.Details;
import io.credithub.demo.model.Programme;
import io.credithub.demo.model.Result;
import io.credithub.demo.model.SimulatedFault;
import io.credithub.demo.model.SimulatedSchool;
import io.credithub.demo.model.SimulatedTeacher;
import io.credithub.demo.model.SourceSystem;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;

/// Cases of one record alone.
final class SingleCases {
    private static final String NOBODY = "司徒远航";
    private static final int EARLY_DAYS = 40;

    private SingleCases() {}

    /// @param elsewhere a school of another county
    static InjectedCase of(InjectedKind kind, CaseDraft draft, SimulatedSchool elsewhere) {
        SimulatedTeacher self = draft.teacher();
        return switch (kind) {
            case FIGURE_WRONG -> figure(draft, 2500, "5.5");
            case FIGURE_ROUNDED -> figure(draft, 2600, "5");
            case CREDITS_OVERREACH -> decided(draft);
            case HOURS_A_DAY -> hoursADay(draft);
            case OTHER_NAME -> named(draft, SourceSystem.NATIONAL, otherName(self));
            case OTHER_PERSON -> named(draft, SourceSystem.VENDOR, otherName(self));
            case NOT_ON_ROSTER -> named(draft, SourceSystem.PROVINCE, stranger(self));
            case OTHER_COUNTY -> named(draft, SourceSystem.VENDOR, at(self, elsewhere));
            case LATE_REPORT -> late(draft);
            case TAKEN_BACK -> takenBack(draft);
            case UNMAPPED -> unmapped(draft);
            case BEFORE_PERIOD -> tooEarly(draft);
            case NO_EVIDENCE -> unproven(draft);
            case SHARED_TITLE -> sharedTitle(draft);
            case LATE_FOR_TOTAL -> straggling(draft);
            default -> throw new IllegalStateException("no case of one record: " + kind);
        };
    }

    private static SimulatedTeacher otherName(SimulatedTeacher self) {
        return self.told(self.number(), NOBODY, self.school());
    }

    private static SimulatedTeacher at(SimulatedTeacher self, SimulatedSchool elsewhere) {
        return self.told(self.number(), self.name(), elsewhere);
    }

    /// A number that no roster has: the synthetic ones begin otherwise.
    static SimulatedTeacher stranger(SimulatedTeacher self) {
        String tail = Integer.toString(100_000_000 + self.index()).substring(1);
        return self.told("9914" + tail, NOBODY, self.school());
    }

    /// 25 hours make 5.00 credits; 26 make 5.20.
    private static InjectedCase figure(CaseDraft draft, int hours, String credits) {
        Programme programme = draft.programme(Level.NATIONAL, Form.ONLINE);
        Details details = draft.details(programme).withHours(hours).withGrade(Grade.PASS);
        return draft.tell(
                        SourceSystem.NATIONAL,
                        programme,
                        details,
                        new Told(draft.teacher(), credits, "", null))
                .done();
    }

    /// Well before the first day that the register has.
    private static InjectedCase tooEarly(CaseDraft draft) {
        Programme programme = draft.programme(Level.COUNTY, Form.ONLINE);
        Details details = draft.details(programme);
        Details early = details.withCompletedOn(details.completedOn().minusDays(EARLY_DAYS));
        return draft.tell(SourceSystem.PROVINCE, programme, early).done();
    }

    private static InjectedCase unproven(CaseDraft draft) {
        Programme programme = draft.programme(Level.CITY, Form.ONLINE);
        Details details = draft.details(programme).withEvidence(0);
        return draft.tell(SourceSystem.PROVINCE, programme, details).done();
    }

    private static InjectedCase decided(CaseDraft draft) {
        Programme result = draft.result(draft.name(), draft.day(), Result.LECTURE);
        int hundredths = 100 * draft.dice().between(2, 15);
        Details details =
                new Details(result.name(), 0, null, Grade.PASS, null, draft.day(), 1, hundredths);
        return draft.tell(SourceSystem.VENDOR, result, details).done();
    }

    /// Some 100 hours within six days.
    private static InjectedCase hoursADay(CaseDraft draft) {
        Programme programme = draft.programme(Level.COUNTY, Form.CENTRALISED);
        Details details = draft.details(programme).withHours(100 * draft.dice().between(90, 140));
        return draft.tell(SourceSystem.PROVINCE, programme, details).done();
    }

    private static InjectedCase named(
            CaseDraft draft, SourceSystem system, SimulatedTeacher named) {
        Programme programme = draft.programme(Level.NATIONAL, Form.ONLINE);
        Details details = draft.details(programme);
        return draft.tell(system, programme, details, Told.of(named)).done();
    }

    private static InjectedCase late(CaseDraft draft) {
        Programme programme = draft.programme(Level.COUNTY, Form.ONLINE);
        return draft.tellLate(programme, draft.details(programme)).done();
    }

    /// Within 90 days, and a week after the month's total.
    private static InjectedCase straggling(CaseDraft draft) {
        Programme programme = draft.programme(Level.COUNTY, Form.ONLINE);
        return draft.tellStraggling(programme, draft.details(programme)).done();
    }

    /// By its name only, which two entries of the register have.
    private static InjectedCase sharedTitle(CaseDraft draft) {
        Programme programme = draft.programme(Level.COUNTY, Form.ONLINE);
        return draft.tell(SourceSystem.PROVINCE, programme, draft.details(programme)).done();
    }

    private static InjectedCase takenBack(CaseDraft draft) {
        Programme programme = draft.programme(Level.COUNTY, Form.ONLINE);
        return draft.tellAndTakeBack(SourceSystem.PROVINCE, programme, draft.details(programme))
                .done();
    }

    private static InjectedCase unmapped(CaseDraft draft) {
        Programme programme = draft.programme(Level.COUNTY, Form.ONLINE);
        return draft.tell(
                        SourceSystem.PROVINCE,
                        programme,
                        draft.details(programme),
                        new Told(draft.teacher(), "", "", SimulatedFault.UNKNOWN_LEVEL))
                .done();
    }
}
