package io.credithub.domain.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.teacher.Identification.Candidate;
import io.credithub.domain.teacher.Identification.FoundTeacher;
import io.credithub.domain.teacher.Identification.NobodyFound;
import io.credithub.domain.teacher.Identification.NobodyReason;
import io.credithub.domain.teacher.Identification.Remark;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class IdentificationTest {
    private static final UUID NUMBER = new UUID(1, 1);
    private static final UUID DOCUMENT = new UUID(2, 2);
    private static final LocalDate BORN = LocalDate.of(1980, 1, 1);
    private static final Candidate ZHANG = new Candidate(7, known(NUMBER, DOCUMENT, "张三"));

    private static Identity known(UUID number, UUID document, String... names) {
        return new Identity(Set.of(number), Set.of(document), Set.of(names), BORN);
    }

    private static Identity said(String name, LocalDate born) {
        return Identity.said(NUMBER, null, name, born);
    }

    @Test
    void whoIsNotInTheRosterIsNobody() {
        assertThat(Identification.of(said("张三", BORN), null, null))
                .isEqualTo(new NobodyFound(NobodyReason.UNKNOWN));
    }

    @Test
    void numberAndDocumentOfTwoTeachersAreNobody() {
        Candidate other = new Candidate(8, known(new UUID(3, 3), new UUID(4, 4), "张三"));
        assertThat(Identification.of(said("张三", BORN), ZHANG, other))
                .isEqualTo(new NobodyFound(NobodyReason.TWO_TEACHERS));
        assertThat(Identification.of(said("张三", BORN), ZHANG, ZHANG))
                .isEqualTo(new FoundTeacher(7, Remark.NONE));
    }

    @Test
    void anotherNameIsAnotherPerson() {
        assertThat(Identification.of(said("李四", LocalDate.EPOCH), ZHANG, null))
                .isEqualTo(new NobodyFound(NobodyReason.ANOTHER_PERSON));
    }

    @Test
    void whatIsDoubtfulIsFoundAndRemarked() {
        assertThat(Identification.of(said("张三", LocalDate.EPOCH), ZHANG, null))
                .isEqualTo(new FoundTeacher(7, Remark.BIRTH_DATE_DIFFERS));
    }

    @Test
    void aFormerNameIsAsGoodAsTheOneInUse() {
        Candidate renamed = new Candidate(7, known(NUMBER, DOCUMENT, "李四", "张三"));
        assertThat(Identification.of(said("张三", BORN), renamed, null))
                .isEqualTo(new FoundTeacher(7, Remark.NONE));
    }
}
