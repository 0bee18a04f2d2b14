package io.credithub.flow.report.head;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.flow.access.Jurisdiction;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BasisQuestionTest {
    @ParameterizedTest(name = "{0} where the hub is for {1}: {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    140105 | 140000 | 140105 140100 140000 100000 | a county is a part of three
                    140100 | 140000 | 140100 140000 100000 | a city of two
                    140000 | 140000 | 140000 100000 | a province of the nation
                    100000 | 140000 | 100000 140000 | the province is all of the nation that is here
                    100000 | 100000 | 100000 | one province is not the nation
                    150000 | 140000 | 150000 100000 | the hub's province is not another one
                    """)
    void aRunOverWhatADivisionIsAPartOfLookedAtIt(
            String within, String province, String covering, String why) {
        BasisQuestion question =
                new BasisQuestion(new Jurisdiction(within), province, null, Instant.EPOCH);
        assertThat(question.coveredBy()).as(why).isEqualTo(List.of(covering.split(" ")));
    }
}
