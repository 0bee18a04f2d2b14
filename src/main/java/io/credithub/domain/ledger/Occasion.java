package io.credithub.domain.ledger;

/// What set a block of the ledger going. A roster or an act of the bank is none of these: all are
/// 0.
///
/// @param delivery whose chunk was posted; 0: none
/// @param chunk of the delivery, from 0
/// @param recomputation number of the change of rules that was applied; 0: none
public record Occasion(long delivery, int chunk, int recomputation) {
    public static final Occasion NONE = new Occasion(0, 0, 0);

    public static Occasion chunk(long delivery, int chunk) {
        return new Occasion(delivery, chunk, 0);
    }

    public static Occasion recomputation(int number) {
        return new Occasion(0, 0, number);
    }
}
