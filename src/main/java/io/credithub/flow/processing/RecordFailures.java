package io.credithub.flow.processing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.flow.delivery.ChunkRef;
import io.credithub.flow.result.FailureKind;
import io.credithub.flow.result.FailureWords;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/// A record that nobody foresaw: whoever worked it threw. It becomes a finding of its own, so that
/// its neighbours go on, and is told to the operator: a bug with its stack the first time, and in a
/// line the second, fourth, eighth time and so on, since one bug may meet a million records.
final class RecordFailures {
    private static final Logger LOG = Logger.getLogger(RecordFailures.class);
    private static final int REMEMBERED_MAX = 1_000;

    private static final Cache<String, AtomicInteger> TIMES =
            Caffeine.newBuilder().maximumSize(REMEMBERED_MAX).build();

    private RecordFailures() {}

    static Finding finding(ChunkRef chunk, long position, Throwable failure) {
        String words = FailureWords.of(failure);
        int times = times(words);
        if (Integer.bitCount(times) == 1) {
            boolean isNewBug = times == 1 && FailureKind.of(failure) == FailureKind.BUG;
            LOG.errorf(
                    isNewBug ? failure : null,
                    "A record could not be processed: delivery=%d chunk=%d position=%d error=%s"
                            + " times=%d",
                    chunk.delivery(),
                    chunk.chunk(),
                    position,
                    words,
                    times);
        }
        return new Finding(FindingCode.UNPROCESSABLE, "", words);
    }

    private static int times(String words) {
        return TIMES.get(words, _ -> new AtomicInteger()).incrementAndGet();
    }
}
