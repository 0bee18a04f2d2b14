package io.credithub.store.ledger;

import io.credithub.domain.Sha256;
import io.credithub.domain.ledger.Chain;
import io.credithub.domain.ledger.Occasion;
import java.security.MessageDigest;
import java.util.List;

/// The hash that seals a block: SHA-256 over the previous block's hash, its occasion and its lines.
final class BlockHash {
    private BlockHash() {}

    static byte[] of(byte[] previous, Occasion occasion, List<Chain.ChainLine> lines) {
        Chain chain = new Chain(lines.size(), occasion);
        for (Chain.ChainLine line : lines) chain.add(line);
        MessageDigest sha256 = Sha256.begin();
        sha256.update(previous);
        return sha256.digest(chain.toBytes());
    }
}
