package io.credithub.fakes;

import io.credithub.contract.ProgrammesContract;
import io.credithub.fixtures.RuleSets;

final class InMemoryProgrammesTest extends ProgrammesContract {
    InMemoryProgrammesTest() {
        super(new InMemoryStores(RuleSets.shanxi()));
    }
}
