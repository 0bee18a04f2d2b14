package io.credithub.demo.injected;

import io.credithub.demo.model.Details;
import io.credithub.demo.model.Programme;
import io.credithub.demo.model.Result;
import io.credithub.demo.model.SimulatedYears;
import io.credithub.demo.model.SourceSystem;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import java.time.LocalDate;

/// Cases of whole school years: decided, lent for, empty, beyond a cap.
final class YearCases {
    private static final int BOOK = 1_000;
    private static final int BOOKS = 3;

    private YearCases() {}

    static InjectedCase of(InjectedKind kind, CaseDraft draft) {
        Programme programme = draft.programme(Level.COUNTY, Form.ONLINE);
        Details details = draft.details(programme);
        SourceSystem vendor = SourceSystem.VENDOR;
        return switch (kind) {
            case DECIDED_TAKEN_BACK -> draft.tellAndTakeBack(vendor, programme, details).done();
            case DECIDED_CORRECTED -> {
                Details more = details.withHours(details.hourHundredths() + 500);
                yield draft.tellAndCorrect(vendor, programme, details, more).done();
            }
            case DECIDED_ALONE -> draft.tell(vendor, programme, details).done();
            case DECIDED_ADDED -> draft.tellLate(vendor, programme, details).done();
            case LENT_SHRUNK -> draft.tellLate(vendor, programme, details.withHours(2500)).done();
            case LENT, LENT_OVERDUE, SILENT -> draft.done();
            case CAPPED -> capped(draft);
            default -> throw new IllegalStateException("no case of a year: " + kind);
        };
    }

    /// 30 credits in three years, of which 20 count.
    private static InjectedCase capped(CaseDraft draft) {
        for (int book = 0; book < BOOKS; book++) {
            LocalDate day = SimulatedYears.start(SimulatedYears.FIRST + book).plusDays(100);
            String name = draft.name() + "甲乙丙".charAt(book);
            Programme result = draft.result(name, day, Result.BOOK);
            Details details = new Details(name, 0, null, Grade.PASS, null, day, 1, BOOK);
            draft.tell(SourceSystem.VENDOR, result, details);
        }
        return draft.done();
    }
}
