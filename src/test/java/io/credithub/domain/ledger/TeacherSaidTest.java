package io.credithub.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TeacherSaidTest {
    /// Values that PostgreSQL's `digest64` and `digest32` give.
    @Test
    void theDigestsAreTheRegistrysOwn() {
        TeacherSaid said = TeacherSaid.of("S-9", "王䶮");
        assertThat(said.school()).isEqualTo(4153992199539180708L);
        assertThat(said.name()).isEqualTo(-233857813);
    }

    @Test
    void whatIsNotSaidHasNoDigest() {
        assertThat(TeacherSaid.of(null, null)).isEqualTo(TeacherSaid.NOTHING);
        assertThat(TeacherSaid.of("S-9", null).name()).isNull();
        assertThat(TeacherSaid.of(null, "王䶮").school()).isNull();
    }
}
