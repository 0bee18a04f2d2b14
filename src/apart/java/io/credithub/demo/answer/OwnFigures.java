package io.credithub.demo.answer;

import io.credithub.demo.model.Details;
import io.credithub.demo.model.Programme;
import io.credithub.domain.Hundredths;
import io.credithub.domain.completion.Form;

/// The credits that a system states itself: every other record does, and one in fifty of these is
/// off by half a credit, for the reconciliation to find.
public final class OwnFigures {
    private static final int ODD = 50;

    private OwnFigures() {}

    /// @return empty where the system states none
    public static String of(Programme programme, Details details, String recordId) {
        int lot = Math.floorMod(recordId.hashCode(), 2 * ODD);
        boolean unsplit = programme.form() == Form.BLENDED && !details.isSplit(Form.BLENDED);
        long award = KeyArithmetic.award(programme.level(), programme.form(), details);
        if (lot >= ODD || unsplit || award == 0) return "";
        return Hundredths.text(lot == 0 ? award + 50 : award);
    }
}
