package io.credithub.torture.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RecordMakerTest {
    private final RecordMaker maker = new RecordMaker(7, "V", 20, true);

    private List<Sent> many() {
        return IntStream.range(0, 200).mapToObj(maker::batch).flatMap(List::stream).toList();
    }

    @Test
    void aBatchIsAFunctionOfItsNumber() {
        assertThat(maker.batch(3)).isEqualTo(new RecordMaker(7, "V", 20, true).batch(3));
        assertThat(maker.batch(3)).isNotEqualTo(new RecordMaker(8, "V", 20, true).batch(3));
    }

    @Test
    void everyLotIsThere() {
        assertThat(many()).extracting(Sent::lot).contains(Sent.Lot.values());
    }

    @Test
    void oneRevisionOfARecordHasOneContent() {
        Map<String, Integer> credits = new HashMap<>();
        for (Sent sent : many()) {
            if (sent.isBroken()) continue;
            Integer before = credits.put(sent.recordId() + " " + sent.revision(), sent.credits());
            assertThat(before == null || before == sent.credits()).as("%s", sent).isTrue();
        }
    }

    @Test
    void textAndBackIsTheSame() {
        assertThat(many()).allMatch(sent -> Sent.parse(sent.toText()).equals(sent));
    }
}
