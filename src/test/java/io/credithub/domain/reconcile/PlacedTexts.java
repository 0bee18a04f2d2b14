package io.credithub.domain.reconcile;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Places in a word or two: `counts`, `aside for n1 by SAME_PROGRAMME`, `held: LEVEL`.
final class PlacedTexts {
    private PlacedTexts() {}

    static List<String> told(
            Map<MatchCandidate, Placing.Placed> places, MatchCandidate... records) {
        List<String> told = new ArrayList<>();
        for (MatchCandidate record : records) told.add(told(requireNonNull(places.get(record))));
        return told;
    }

    private static String told(Placing.Placed placed) {
        String peer = placed.peer() == null ? "" : " for " + placed.peer().recordId();
        String rule = placed.rule() == null ? "" : " by " + placed.rule();
        return switch (placed.state()) {
            case IN_FORCE -> "counts";
            case ASIDE -> "aside" + peer + rule;
            case HELD -> "held" + (peer.isEmpty() ? ": " + placed.hold() : peer + rule);
            case REFUSED -> "refused: " + placed.hold();
            case SUPERSEDED, WITHDRAWN, WAITING -> throw new IllegalStateException();
        };
    }
}
