package io.credithub.store.ledger;

import io.credithub.domain.ledger.Chain;
import io.credithub.domain.ledger.Occasion;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/// The hash that seals a block: SHA-256 over the previous block's hash, its occasion and its lines.
final class BlockHash {
    private BlockHash() {}

    static byte[] of(byte[] previous, Occasion occasion, List<Chain.ChainLine> lines) {
        Chain chain = new Chain(lines.size(), occasion);
        for (Chain.ChainLine line : lines) chain.add(line);
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(previous);
            return sha256.digest(chain.toBytes());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
