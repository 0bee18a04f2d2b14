package io.credithub.fakes;

import io.credithub.contract.BreakRunsContract;
import java.time.InstantSource;

final class InMemoryBreakRunsTest extends BreakRunsContract {
    private static final InMemoryBreakRuns RUNS =
            new InMemoryBreakRuns("140000", InstantSource.system());

    InMemoryBreakRunsTest() {
        super(RUNS);
    }
}
