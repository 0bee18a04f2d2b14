package io.credithub.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.programme.ProgrammeTitle;
import io.credithub.flow.programme.Programmes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A title keeps its number, and so does a family.
public abstract class ProgrammesContract {
    private final Programmes programmes;
    private final Steps steps;

    protected ProgrammesContract(Stores stores) {
        this.programmes = stores.programmes();
        this.steps = new Steps(stores);
    }

    private Map<ProgrammeTitle, Integer> numbers(Programmes by, ProgrammeTitle... titles) {
        Map<ProgrammeTitle, String> names = new HashMap<>();
        for (ProgrammeTitle title : titles) names.put(title, title.name());
        return Steps.wait(by.titles(names));
    }

    @Test
    void aTitleKeepsItsNumber() {
        ProgrammeTitle title = ProgrammeTitle.named(steps.own("研修"));
        assertThat(numbers(programmes.provisional(), title).get(title)).isNegative();
        Map<ProgrammeTitle, Integer> numbers = numbers(programmes, title);
        assertThat(numbers).containsOnlyKeys(title);
        assertThat(numbers.get(title)).isPositive();
        assertThat(numbers(programmes, title)).isEqualTo(numbers);
        assertThat(numbers(programmes.provisional(), title)).isEqualTo(numbers);
    }

    @Test
    void titlesOfOneNameAreToldApartByTheRest() {
        String name = steps.own("研修");
        ProgrammeTitle[] titles = {
            ProgrammeTitle.named(name),
            new ProgrammeTitle(name, "A-1", null, null),
            new ProgrammeTitle(name, null, "1", null),
            new ProgrammeTitle(name, null, null, "省教育厅"),
            new ProgrammeTitle(name, "A-1", "1", "省教育厅")
        };
        Map<ProgrammeTitle, Integer> numbers = numbers(programmes, titles);
        assertThat(numbers).containsOnlyKeys(titles);
        assertThat(Set.copyOf(numbers.values())).hasSize(titles.length);
        assertThat(numbers(programmes.provisional(), titles)).isEqualTo(numbers);
    }

    @Test
    void aFamilyKeepsItsNumber() {
        String core = steps.own("研修");
        assertThat(families(programmes.provisional(), core).get(core)).isNegative();
        Map<String, Integer> numbers = families(programmes, core);
        assertThat(numbers).containsOnlyKeys(core);
        assertThat(numbers.get(core)).isPositive();
        assertThat(families(programmes, core)).isEqualTo(numbers);
        assertThat(families(programmes.provisional(), core)).isEqualTo(numbers);
    }

    private static Map<String, Integer> families(Programmes by, String... cores) {
        return Steps.wait(by.families(Set.of(cores)));
    }

    @Test
    void whatIsNotKeptHasNumbersOfItsOwn() {
        Programmes provisional = programmes.provisional();
        List<String> names = List.of(steps.own("甲"), steps.own("乙"));
        assertThat(
                        numbers(
                                        provisional,
                                        ProgrammeTitle.named(names.getFirst()),
                                        ProgrammeTitle.named(names.getLast()))
                                .values())
                .doesNotHaveDuplicates();
        assertThat(families(provisional, names.getFirst(), names.getLast()).values())
                .doesNotHaveDuplicates();
    }
}
