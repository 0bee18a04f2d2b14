package io.credithub.apart.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What the demo counts breaks with.
class BreakTallyTest {
    private final BreakTally one = new BreakTally();
    private final BreakTally other = new BreakTally();

    @Test
    void whatOneHasMoreOftenIsTheRest() {
        one.add("IDENTITY", "a record without an id");
        one.add("IDENTITY", "a record without an id");
        other.add("IDENTITY", "a record without an id");
        assertThat(one.isAs(other)).isFalse();
        assertThat(one.less(other).count("IDENTITY")).isEqualTo(1);
        assertThat(other.less(one).size()).isZero();
    }

    @Test
    void theSameUnderAnotherCodeIsMissingAndInvented() {
        one.add("HOURS", "HOURS V-1");
        other.add("GRADE", "GRADE V-1");
        assertThat(one.less(other).lines()).containsExactly("HOURS V-1");
        assertThat(other.less(one).lines()).containsExactly("GRADE V-1");
    }
}
