package io.credithub.apart.demo;

import io.credithub.demo.ProvinceFiles;
import io.credithub.flow.delivery.Deliveries;
import io.credithub.flow.delivery.DeliveryStatus;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What the demo's sources declare and nobody can receive, since the province spoils some records:
/// the generator knows in which exports, and the hub must name these and no others.
class DemoSources {
    private static final int PAGE = 500;
    private static final int NAMED_MAX = 10;
    private static final String EXPORTS = "province-platform";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Deliveries deliveries;

    DemoSources(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /// @return whether what differs is what was planted
    boolean close(ProvinceFiles files, PrintWriter out) throws IOException {
        List<DeliveryStatus> differing = differing();
        Map<String, Integer> feeds = new TreeMap<>();
        for (DeliveryStatus one : differing) feeds.merge(one.feed(), 1, Integer::sum);
        feeds.forEach((feed, count) ->
                out.printf("  %s: %,d 批次申报与收到不一致 deliveries differ%n", feed, count));
        List<String> wrong = wrong(differing, Files.readAllLines(files.differingKey()));
        wrong.stream().limit(NAMED_MAX).forEach(line -> out.println("  " + line));
        out.printf(
                "%s 申报与收到的差异即所造差异 · what differs is what was planted: %,d 批次 deliveries,"
                        + " 不符 wrong %,d%n",
                wrong.isEmpty() ? "✓" : "✗", differing.size(), wrong.size());
        return wrong.isEmpty();
    }

    private List<DeliveryStatus> differing() {
        List<DeliveryStatus> all = new ArrayList<>();
        List<DeliveryStatus> page = List.of();
        do {
            long after = page.isEmpty() ? 0 : page.getLast().delivery();
            page = deliveries.differing(after, PAGE).await().atMost(PATIENCE);
            all.addAll(page);
        } while (page.size() == PAGE);
        return all;
    }

    /// An export is known by its name, which stands last in the reference; a page of the national
    /// platform may only differ by records that were refused.
    private static List<String> wrong(List<DeliveryStatus> differing, List<String> planted) {
        List<String> wrong = new ArrayList<>();
        Set<String> missing = new TreeSet<>(planted);
        for (DeliveryStatus one : differing) {
            boolean known =
                    one.feed().equals(EXPORTS)
                            ? missing.remove(name(one.reference()))
                            : one.records().rejected() > 0;
            if (!known) wrong.add("未料 unexpected: " + one.feed() + " " + one.reference());
        }
        for (String name : missing) wrong.add("未报 not named: " + name);
        return wrong;
    }

    /// The same bytes under another name are the same delivery, under the name that came first.
    private static String name(String reference) {
        String name = reference.substring(reference.lastIndexOf('/') + 1);
        return name.replace("-again.csv", ".csv");
    }
}
