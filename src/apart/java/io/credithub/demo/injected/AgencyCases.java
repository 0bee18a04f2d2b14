package io.credithub.demo.injected;

import io.credithub.demo.injected.CaseDraft.Told;
import io.credithub.demo.model.Details;
import io.credithub.demo.model.Programme;
import io.credithub.demo.model.Result;
import io.credithub.demo.model.SourceSystem;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;

/// Cases of the agency, which may report online and school-based training of counties and schools
/// that it runs itself and the register knows, and papers.
final class AgencyCases {
    /// The agency itself, as it writes its name.
    private static final String AGENCY = "晋研教育";

    private static final String SOMEBODY = "太原师范学院";

    private AgencyCases() {}

    static InjectedCase of(InjectedKind kind, CaseDraft draft) {
        return switch (kind) {
            case LEVEL_OVERREACH -> told(draft, Level.PROVINCE, Form.ONLINE, AGENCY);
            case FORM_OVERREACH -> told(draft, Level.COUNTY, Form.CENTRALISED, AGENCY);
            case ORGANISER_OVERREACH -> told(draft, Level.COUNTY, Form.ONLINE, SOMEBODY);
            case SHARED_UNREGISTERED -> told(draft, Level.COUNTY, Form.ONLINE, AGENCY);
            case UNREGISTERED -> told(draft, Level.SCHOOL, Form.ONLINE, AGENCY);
            case WITHIN_AUTHORITY -> told(draft, Level.COUNTY, Form.SCHOOL_BASED, AGENCY);
            case CATEGORY_OVERREACH -> honour(draft);
            case ROLE_OVERREACH -> lecturer(draft);
            default -> throw new IllegalStateException("no case of the agency: " + kind);
        };
    }

    private static InjectedCase told(CaseDraft draft, Level level, Form form, String organiser) {
        Programme programme = draft.programme(level, form).withOrganiser(organiser);
        return draft.tell(SourceSystem.AGENCY, programme, draft.details(programme)).done();
    }

    private static InjectedCase lecturer(CaseDraft draft) {
        Programme programme = draft.programme(Level.COUNTY, Form.ONLINE).withOrganiser(AGENCY);
        Told as = new Told(draft.teacher(), "", "LECTURER", null);
        return draft.tell(SourceSystem.AGENCY, programme, draft.details(programme), as).done();
    }

    private static InjectedCase honour(CaseDraft draft) {
        Programme result = draft.result(draft.name(), draft.day(), Result.HONOUR_CITY);
        Details details =
                new Details(result.name(), 0, null, Grade.PASS, null, draft.day(), 1, 400);
        return draft.tell(SourceSystem.AGENCY, result, details).done();
    }
}
