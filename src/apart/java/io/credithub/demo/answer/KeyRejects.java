package io.credithub.demo.answer;

import io.credithub.demo.model.ReportedVersion;
import io.credithub.demo.model.SimulatedCopy;
import io.credithub.demo.model.SimulatedFault;
import io.credithub.demo.model.SourceSystem;
import io.credithub.demo.model.TrainingHistory;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Records that were refused and are not known otherwise. What is known by its id is none, unless
/// the refused one stands in an export that is later than all that tell of it well; where no id can
/// be read, nothing else can be known of it.
final class KeyRejects {
    private KeyRejects() {}

    static List<KeyBreak> of(TrainingHistory life) {
        return life.attended().stream()
                .flatMap(attended -> attended.copies().stream())
                .flatMap(copy -> refused(copy).stream())
                .toList();
    }

    private static Optional<KeyBreak> refused(SimulatedCopy copy) {
        int told = -1;
        int spoilt = -1;
        @Nullable SimulatedFault fault = null;
        for (ReportedVersion version : copy.sightings()) {
            SimulatedFault found = version.fault();
            if (found == null) told = Math.max(told, version.wave());
            else spoilt = version.wave();
            if (found != null) fault = found;
        }
        if (fault == null) return Optional.empty();
        String id = fault.hidesId() ? "" : copy.recordId();
        boolean isLater = copy.system() == SourceSystem.PROVINCE && spoilt > told;
        boolean isKnown = told >= 0 && !isLater && !id.isEmpty();
        return isKnown
                ? Optional.empty()
                : Optional.of(KeyBreak.ofRecord("INTAKE", code(fault), copy.system(), id));
    }

    private static String code(SimulatedFault fault) {
        if (fault.isUnmapped()) return "UNMAPPED_CODE";
        boolean isWho = fault == SimulatedFault.BAD_ID || fault == SimulatedFault.NO_IDENTITY;
        return isWho ? "IDENTITY" : "MISSING_IN_REGISTRY";
    }
}
